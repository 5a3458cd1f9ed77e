import { caseShape } from './case-shapes.ts'
import { caseParams, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getCase = operation({
  id: 'getCase',
  method: 'GET',
  path: '/api/cases/{caseId}',
  summary:
    'The case: parties, disputed treatments, clocks, eligibility, documents, what to do next',
  authority: '8 CCR 9792.10.3-9792.10.6',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: caseShape,
})
