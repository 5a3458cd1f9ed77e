import { z } from 'zod'
import { caseRowShape } from './case-shapes.ts'
import { caseStatusShape, list, nothing, pagingQuery } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const listCases = operation({
  id: 'listCases',
  method: 'GET',
  path: '/api/cases',
  summary: 'Cases that the user may see, the one whose clock ends first on top',
  authority: 'product.md, case manager: nothing late',
  policy: only({
    administrator: 'any',
    'case-manager': 'any',
    quality: 'any',
    reviewer: 'own',
    'claims-administrator': 'own',
    employee: 'own',
  }),
  params: nothing,
  query: z.strictObject({
    status: z
      .preprocess(
        (value: string | readonly z.infer<typeof caseStatusShape>[]) =>
          typeof value === 'string' ? value.split(',') : value,
        list(caseStatusShape),
      )
      .optional()
      .meta({ type: 'string', description: 'Statuses, separated by commas' }),
    text: z.string().max(200).optional(),
    ...pagingQuery,
  }),
  body: nothing,
  answer: z.object({ rows: list(caseRowShape), total: z.int() }),
})
