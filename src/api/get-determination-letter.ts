import { bytes, caseParams, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getDeterminationLetter = operation({
  id: 'getDeterminationLetter',
  method: 'GET',
  path: '/api/cases/{caseId}/determination/letter',
  summary: 'The final determination letter as it is served',
  authority: '8 CCR 9792.10.6(d)-(f)',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
