import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const reopenReview = operation({
  id: 'reopenReview',
  method: 'POST',
  path: '/api/cases/{caseId}/reopening',
  summary: 'Ask for the deferred review again; eligibility is then tested again',
  authority: 'Lab. Code 4610.5(h)(2); 8 CCR 9792.10.1(c)',
  policy: only({ 'case-manager': 'any', employee: 'own' }),
  params: caseParams,
  query: nothing,
  /** `lateBecause` is needed when the time to ask is over. */
  body: z.strictObject({
    reason: z.string().min(1).max(2000),
    lateBecause: z.string().min(1).max(2000).exactOptional(),
  }),
  answer: actedShape,
})
