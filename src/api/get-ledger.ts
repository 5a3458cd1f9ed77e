import { caseParams, nothing } from './common-shapes.ts'
import { operation, staffAndReviewer } from './operation.ts'
import { ledgerShape } from './record-shapes.ts'

export const getLedger = operation({
  id: 'getLedger',
  method: 'GET',
  path: '/api/cases/{caseId}/records/ledger',
  summary: 'Every page of the record in one line: document, duplicate, opened by whom, cited where',
  authority: '8 CCR 9792.10.6(d)',
  policy: staffAndReviewer,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: ledgerShape,
})
