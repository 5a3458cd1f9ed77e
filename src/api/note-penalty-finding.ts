import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const penaltyFindingKind = z.enum(['breach', 'mitigation'])

export const notePenaltyFinding = operation({
  id: 'notePenaltyFinding',
  method: 'POST',
  path: '/api/cases/{caseId}/penalty-findings',
  summary: 'Note a breach or a ground of mitigation that a person found, or take it back',
  authority: '8 CCR 9792.12, 9792.13',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    kind: penaltyFindingKind,
    /** An id of the choices that `getMoney` gives. */
    finding: z.string().max(100),
    /** False: what was found is taken back. */
    stands: z.boolean(),
    because: z.string().max(2000),
  }),
  answer: actedShape,
})
