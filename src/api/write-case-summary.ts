import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const writeCaseSummary = operation({
  id: 'writeCaseSummary',
  method: 'PUT',
  path: '/api/cases/{caseId}/summary',
  summary: 'Write the clinical case summary',
  authority: '8 CCR 9792.10.6(d)',
  policy: only({ reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ text: z.string().min(1).max(20_000) }),
  answer: actedShape,
})
