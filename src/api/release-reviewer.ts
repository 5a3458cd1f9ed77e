import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const releaseReviewer = operation({
  id: 'releaseReviewer',
  method: 'POST',
  path: '/api/cases/{caseId}/reviewer/release',
  summary: 'The reviewer declines the case or is taken off it; the next one starts afresh',
  authority: 'Lab. Code 139.5(d); 8 CCR 9792.10.6(b)',
  policy: only({ 'case-manager': 'any', reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ reason: z.string().min(1).max(2000) }),
  answer: actedShape,
})
