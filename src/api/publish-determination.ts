import { actedShape, caseParams, nothing } from './common-shapes.ts'
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
  body: nothing,
  answer: actedShape,
})
