import { z } from 'zod'
import { caseParams, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'
import { recordSearchShape } from './record-shapes.ts'

export const searchRecord = operation({
  id: 'searchRecord',
  method: 'GET',
  path: '/api/cases/{caseId}/search',
  summary: 'Words on the pages of the record; words in quotation marks as they stand',
  authority: 'house rule: every statement leads to a page of the record',
  policy: partiesAndStaff,
  params: caseParams,
  query: z.strictObject({
    q: z.string().min(1).max(200),
    limit: z.coerce.number<number | string>().int().min(1).max(500).default(100),
  }),
  body: nothing,
  answer: recordSearchShape,
})
