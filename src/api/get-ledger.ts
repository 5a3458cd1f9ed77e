import { caseParams, nothing } from './common-shapes.ts'
import { ledgerShape } from './evidence-shapes.ts'
import { operation, staffAndReviewer } from './operation.ts'

export const getLedger = operation({
  id: 'getLedger',
  method: 'GET',
  path: '/api/cases/{caseId}/records/ledger',
  summary: 'Every page of the record in one line, duplicates and unreadable pages marked',
  authority: '8 CCR 9792.10.6(d)',
  policy: staffAndReviewer,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: ledgerShape,
})
