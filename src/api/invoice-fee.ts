import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const invoiceFee = operation({
  id: 'invoiceFee',
  method: 'POST',
  path: '/api/cases/{caseId}/fee-invoice',
  summary: 'Bill the claims administrator for the review',
  authority: '8 CCR 9792.10.8',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    /** Where the schedule of the time has none, or none that was verified. */
    amount: z
      .strictObject({
        dollars: z.number().min(0).max(100_000),
        because: z.string().max(2000),
      })
      .exactOptional(),
  }),
  answer: actedShape,
})
