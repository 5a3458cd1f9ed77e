import { bytes, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const getConflictCertificate = operation({
  id: 'getConflictCertificate',
  method: 'GET',
  path: '/api/cases/{caseId}/reviewer/conflict-certificate',
  summary: 'Every comparison of the reviewer with a party; stays inside the organization',
  authority: 'Lab. Code 139.5(c); 4610.6(f)',
  policy: only({ 'case-manager': 'any', administrator: 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
