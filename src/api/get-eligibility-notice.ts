import { bytes, caseParams, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getEligibilityNotice = operation({
  id: 'getEligibilityNotice',
  method: 'GET',
  path: '/api/cases/{caseId}/eligibility/notice',
  summary: 'What the test of eligibility found, each reason with its rule and cure',
  authority: '8 CCR 9792.10.3; 10575(a)',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
