import { z } from 'zod'
import { actedShape, caseParams, day, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const recordFeePayment = operation({
  id: 'recordFeePayment',
  method: 'POST',
  path: '/api/cases/{caseId}/fee-payment',
  summary: 'Record that the fee was paid',
  authority: '8 CCR 9792.10.8',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ paidOn: day }),
  answer: actedShape,
})
