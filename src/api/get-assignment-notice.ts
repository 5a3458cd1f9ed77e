import { bytes, caseParams, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getAssignmentNotice = operation({
  id: 'getAssignmentNotice',
  method: 'GET',
  path: '/api/cases/{caseId}/assignment/notice',
  summary: 'The notice of assignment as it was sent',
  authority: '8 CCR 9792.10.4(f)',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
