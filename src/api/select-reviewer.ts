import { z } from 'zod'
import { actedShape, caseParams, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const selectReviewer = operation({
  id: 'selectReviewer',
  method: 'PUT',
  path: '/api/cases/{caseId}/reviewer',
  summary: 'Propose the case to a reviewer without ties',
  authority: 'Lab. Code 139.5(c)-(e)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    reviewerId: z.string().min(1).max(100),
    /** Possible ties that a person has looked at and cleared, each with the reason. */
    cleared: list(
      z.strictObject({ party: z.string().min(1), reason: z.string().min(1).max(2000) }),
    ).exactOptional(),
    /** A person's finding that the specialty is the same or similar where the map does not have it. */
    similarBecause: z.string().min(1).max(2000).exactOptional(),
  }),
  answer: actedShape,
})
