import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const serveDetermination = operation({
  id: 'serveDetermination',
  method: 'POST',
  path: '/api/cases/{caseId}/service',
  summary: 'Serve the determination on the parties',
  authority: 'Lab. Code 4610.6(f); 8 CCR 9792.10.6(e)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: actedShape,
})
