import { z } from 'zod'
import { actedShape, caseParams, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const publishDetermination = operation({
  id: 'publishDetermination',
  method: 'POST',
  path: '/api/cases/{caseId}/publication',
  summary: 'Publish the copy without names',
  authority: 'Lab. Code 4610.6(m)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    /** Words that the person who publishes looked at and found to name nobody. */
    acceptedWords: list(z.string().min(1).max(100)).exactOptional(),
  }),
  answer: actedShape,
})
