import { z } from 'zod'
import { bytes, caseIdShape, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getCorrespondencePaper = operation({
  id: 'getCorrespondencePaper',
  method: 'GET',
  path: '/api/cases/{caseId}/correspondence/{version}/{paper}',
  summary: 'A paper that went out to the parties',
  authority: '8 CCR 9792.10.4-9792.10.6',
  policy: partiesAndStaff,
  params: z.strictObject({
    caseId: caseIdShape,
    version: z.coerce.number<number | string>().int().min(1).max(1_000_000),
    paper: z.coerce.number<number | string>().int().min(1).max(20),
  }),
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
