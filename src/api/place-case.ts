import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const placeCase = operation({
  id: 'placeCase',
  method: 'PUT',
  path: '/api/cases/{caseId}/place',
  summary: 'Hand the case to an office of the organization, or take it on; what is left out stays',
  authority: 'house rule: somebody answers for every case (docs/decisions/0005-work-queue.md)',
  policy: only({ administrator: 'any', 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    office: z.string().trim().min(1).max(60).nullable().exactOptional(),
    caseManager: z.literal('me').nullable().exactOptional(),
  }),
  answer: actedShape,
})
