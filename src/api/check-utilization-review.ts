import { z } from 'zod'
import { checklistShape } from './checklist-shapes.ts'
import { caseParams, list, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const checkUtilizationReview = operation({
  id: 'checkUtilizationReview',
  method: 'GET',
  path: '/api/cases/{caseId}/utilization-review',
  summary:
    'The utilization review decision and the request in the record, compared with what they must contain',
  authority: '8 CCR 9792.9.1(e), 9785.5',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({
    documents: list(
      z.object({
        kind: z.enum(['utilization-review-decision', 'request-for-authorization']),
        title: z.string(),
        documentId: z.string(),
        firstPage: z.int(),
        checklist: checklistShape,
      }),
    ),
  }),
})
