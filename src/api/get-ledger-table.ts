import { bytes, caseParams, nothing } from './common-shapes.ts'
import { operation, staffAndReviewer } from './operation.ts'

export const getLedgerTable = operation({
  id: 'getLedgerTable',
  method: 'GET',
  path: '/api/cases/{caseId}/records/ledger-table',
  summary: 'The ledger as a table, one line for every page',
  authority: '8 CCR 9792.10.6(d)',
  policy: staffAndReviewer,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'text/csv',
})
