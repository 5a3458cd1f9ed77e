import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const signDetermination = operation({
  id: 'signDetermination',
  method: 'POST',
  path: '/api/cases/{caseId}/determination',
  summary: 'Sign and issue the determination',
  authority: 'Lab. Code 4610.6(d)-(f); 8 CCR 9792.10.6(d)-(e)',
  policy: only({ reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: actedShape,
})
