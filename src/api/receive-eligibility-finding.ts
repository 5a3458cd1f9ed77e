import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const receiveEligibilityFinding = operation({
  id: 'receiveEligibilityFinding',
  method: 'POST',
  path: '/api/cases/{caseId}/eligibility/finding',
  summary:
    'Record that the Administrative Director found the application eligible; the assignment is owed',
  authority: '8 CCR 9792.10.4(b)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: actedShape,
})
