import { z } from 'zod'
import { bytes, caseIdShape, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getReceiptLetter = operation({
  id: 'getReceiptLetter',
  method: 'GET',
  path: '/api/cases/{caseId}/receipts/{receiptId}/letter',
  summary: 'A receipt as a PDF',
  authority: '8 CCR 9792.10.5',
  policy: partiesAndStaff,
  params: z.strictObject({ caseId: caseIdShape, receiptId: z.string().min(1).max(100) }),
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
