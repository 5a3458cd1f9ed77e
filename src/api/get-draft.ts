import { z } from 'zod'
import { caseParams, list, nothing } from './common-shapes.ts'
import { determinationShape, findingShape } from './determination-shapes.ts'
import { operation, staffAndReviewer } from './operation.ts'

export const getDraft = operation({
  id: 'getDraft',
  method: 'GET',
  path: '/api/cases/{caseId}/draft',
  summary: 'The draft determination and what the lint finds in it',
  authority: 'Lab. Code 139.5(e)(3)',
  policy: staffAndReviewer,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ determination: determinationShape, findings: list(findingShape) }),
})
