import { z } from 'zod'
import { actedShape, appealGroundShape, caseParams, day, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const remandDetermination = operation({
  id: 'remandDetermination',
  method: 'POST',
  path: '/api/cases/{caseId}/appeal/remand',
  summary:
    'Record that the dispute came back for another reviewer, with the ground and the wrong fact',
  authority: 'Lab. Code 4610.6(i)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    remandedOn: day,
    ground: appealGroundShape,
    /** The finding of fact that the order calls wrong, in its words. */
    wrongFact: z.string().min(1).max(5000),
    /** The page of the record that proves it wrong; needed on ground 5. */
    proof: z.strictObject({ documentId: z.string().min(1), page: z.int().min(1) }).exactOptional(),
  }),
  answer: actedShape,
})
