import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const submitDraft = operation({
  id: 'submitDraft',
  method: 'POST',
  path: '/api/cases/{caseId}/draft',
  summary: 'Give the draft to the quality reader',
  authority: 'Lab. Code 139.5(e)(3)',
  policy: only({ reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: actedShape,
})
