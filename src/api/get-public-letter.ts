import { z } from 'zod'
import { bytes, nothing } from './common-shapes.ts'
import { everyone, operation } from './operation.ts'

export const getPublicLetter = operation({
  id: 'getPublicLetter',
  method: 'GET',
  path: '/api/published/{caseNumber}/letter',
  summary: 'The public letter, without names',
  authority: 'Lab. Code 4610.6(m)',
  policy: everyone,
  params: z.strictObject({ caseNumber: z.string().min(1).max(40) }),
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
