import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const prepareReview = operation({
  id: 'prepareReview',
  method: 'POST',
  path: '/api/cases/{caseId}/preparation',
  summary: 'Find facts in the record and apply the criteria to them: suggestions only',
  authority: 'clinical.md 2-4; house rule: nothing decides but a physician',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: actedShape,
})
