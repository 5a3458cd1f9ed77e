import { z } from 'zod'
import { actedShape, authorizationShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const terminateReview = operation({
  id: 'terminateReview',
  method: 'POST',
  path: '/api/cases/{caseId}/termination',
  summary: 'End the review without a determination',
  authority: '8 CCR 9792.10.6(a)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    reason: z.enum(['authorized', 'withdrawn', 'settled']),
    authorization: authorizationShape.exactOptional(),
  }),
  answer: actedShape,
})
