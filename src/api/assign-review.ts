import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const assignReview = operation({
  id: 'assignReview',
  method: 'POST',
  path: '/api/cases/{caseId}/assignment',
  summary: 'Open the review and tell the parties what to send by when',
  authority: '8 CCR 9792.10.4',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ noticeMethod: z.enum(['mail', 'electronic']) }),
  answer: actedShape,
})
