import { z } from 'zod'
import { list, nothing, outcomeShape } from './common-shapes.ts'
import { everyone, operation } from './operation.ts'

export const getPublished = operation({
  id: 'getPublished',
  method: 'GET',
  path: '/api/published/{caseNumber}',
  summary: 'A published determination: its text, without names',
  authority: 'Lab. Code 4610.6(m)',
  policy: everyone,
  params: z.strictObject({ caseNumber: z.string().min(1).max(40) }),
  query: nothing,
  body: nothing,
  answer: z.object({
    caseNumber: z.string(),
    outcome: outcomeShape.nullable(),
    issuedOn: z.string().nullable(),
    publishedOn: z.string(),
    treatments: list(z.string()),
    text: z.string(),
  }),
})
