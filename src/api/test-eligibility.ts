import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const testEligibility = operation({
  id: 'testEligibility',
  method: 'POST',
  path: '/api/cases/{caseId}/eligibility',
  summary: 'Go through the eligibility table with what the case holds',
  authority: '8 CCR 9792.10.3',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: actedShape,
})
