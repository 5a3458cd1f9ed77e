import { z } from 'zod'
import { actedShape, caseParams, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const testEligibility = operation({
  id: 'testEligibility',
  method: 'POST',
  path: '/api/cases/{caseId}/eligibility',
  summary: 'Go through the eligibility table with what the case holds',
  authority: '8 CCR 9792.10.3',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  /** What a person knows besides the application. */
  body: z.strictObject({
    administratorAgrees: z.boolean().exactOptional(),
    materialChange: z.string().min(1).max(2000).exactOptional(),
    authorizedTreatments: list(z.string()).exactOptional(),
    withdrawnBecause: z.string().min(1).max(2000).exactOptional(),
    outsideProgram: z
      .strictObject({ because: z.string().min(1), route: z.string().min(1) })
      .exactOptional(),
    invalidatedBy: z.string().min(1).max(2000).exactOptional(),
  }),
  answer: actedShape,
})
