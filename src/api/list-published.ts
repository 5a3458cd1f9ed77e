import { z } from 'zod'
import { list, nothing, outcomeShape, pagingQuery } from './common-shapes.ts'
import { everyone, operation } from './operation.ts'

export const listPublished = operation({
  id: 'listPublished',
  method: 'GET',
  path: '/api/published',
  summary: 'Published determinations, without names',
  authority: 'Lab. Code 4610.6(m)',
  policy: everyone,
  params: nothing,
  query: z.strictObject({ ...pagingQuery }),
  body: nothing,
  answer: z.object({
    rows: list(
      z.object({
        caseNumber: z.string(),
        outcome: outcomeShape.nullable(),
        issuedOn: z.string().nullable(),
        publishedOn: z.string(),
        treatments: list(z.string()),
      }),
    ),
    total: z.int(),
  }),
})
