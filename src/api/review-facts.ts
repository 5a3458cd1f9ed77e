import { z } from 'zod'
import { actedShape, caseParams, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const reviewFacts = operation({
  id: 'reviewFacts',
  method: 'POST',
  path: '/api/cases/{caseId}/facts/review',
  summary: 'Confirm or reject statements found in the record',
  authority: 'house rule: what was found is a proposal until a physician confirms it',
  policy: only({ reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ confirmed: list(z.string()), rejected: list(z.string()) }),
  answer: actedShape,
})
