import { z } from 'zod'
import { caseParams, list, nothing } from './common-shapes.ts'
import { packAssessmentShape } from './evidence-shapes.ts'
import { operation, staffAndReviewer } from './operation.ts'

export const getAssessments = operation({
  id: 'getAssessments',
  method: 'GET',
  path: '/api/cases/{caseId}/assessments',
  summary: 'The criteria of the guidelines applied to the facts, and what would change the result',
  authority: '8 CCR 9792.21.1, 9792.25.1; clinical.md 4',
  policy: staffAndReviewer,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ assessments: list(packAssessmentShape) }),
})
