import { z } from 'zod'
import { actedShape, caseParams, day, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const extendDecision = operation({
  id: 'extendDecision',
  method: 'POST',
  path: '/api/cases/{caseId}/decision-extension',
  summary: 'Record more days for the decision that the Administrative Director approved',
  authority: 'Lab. Code 4610.6(d)(2)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    days: z.int().min(1).max(366),
    approval: z.string().max(200),
    approvedOn: day,
    reason: z.string().max(2000),
  }),
  answer: actedShape,
})
