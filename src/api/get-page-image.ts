import { z } from 'zod'
import { bytes, nothing, pageParams } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getPageImage = operation({
  id: 'getPageImage',
  method: 'GET',
  path: '/api/cases/{caseId}/documents/{documentId}/pages/{page}/image',
  summary: 'A page as a picture',
  authority: 'house rule: every statement leads to a page of the record',
  policy: partiesAndStaff,
  params: pageParams,
  query: z.strictObject({
    width: z.coerce.number<number | string>().int().min(100).max(2400).default(1000),
  }),
  body: nothing,
  answer: bytes,
  answers: 'image/png',
})
