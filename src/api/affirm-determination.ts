import { z } from 'zod'
import { actedShape, caseParams, day, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const affirmDetermination = operation({
  id: 'affirmDetermination',
  method: 'POST',
  path: '/api/cases/{caseId}/appeal/affirmation',
  summary: 'Record that the determination was left standing; what is owed is owed from that day',
  authority: 'Lab. Code 4610.6(h), (j)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ affirmedOn: day }),
  answer: actedShape,
})
