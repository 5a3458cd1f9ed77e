import { z } from 'zod'
import { caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const getAssignedReviewer = operation({
  id: 'getAssignedReviewer',
  method: 'GET',
  path: '/api/cases/{caseId}/reviewer',
  summary: 'Who reviews the case; stays inside the organization',
  authority: 'Lab. Code 4610.6(f)',
  policy: only({ 'case-manager': 'any', administrator: 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({
    reviewer: z.object({ reviewerId: z.string(), name: z.string() }).nullable(),
  }),
})
