import { z } from 'zod'
import { caseParams, list, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'
import { receiptShape } from './receipt-shapes.ts'

export const listReceipts = operation({
  id: 'listReceipts',
  method: 'GET',
  path: '/api/cases/{caseId}/receipts',
  summary: 'Receipts of files that came together, each with every file, its pages and its hash',
  authority: '8 CCR 9792.10.5',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ receipts: list(receiptShape) }),
})
