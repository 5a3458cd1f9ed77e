import { z } from 'zod'
import { list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const readApplicationForm = operation({
  id: 'readApplicationForm',
  method: 'POST',
  path: '/api/application-forms/readings',
  summary: 'Read a filled application form (the bytes of one PDF); nothing is kept',
  authority: '8 CCR 9792.10.1, 9792.10.2',
  policy: only({ 'case-manager': 'any', employee: 'any', 'claims-administrator': 'any' }),
  params: nothing,
  query: nothing,
  body: nothing,
  /** What stands in the fields, by the path that each has in the application. */
  answer: z.object({
    fields: list(z.object({ path: z.string(), value: z.string() })),
    treatments: z.int(),
  }),
  takes: 'application/pdf',
})
