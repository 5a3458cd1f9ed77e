import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const completeRecords = operation({
  id: 'completeRecords',
  method: 'POST',
  path: '/api/cases/{caseId}/records-completion',
  summary: 'Find that the file is complete; the clock of the decision starts',
  authority: '8 CCR 9792.10.6(b)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ reason: z.string().min(1).max(2000).exactOptional() }),
  answer: actedShape,
})
