import { z } from 'zod'
import { caseRowShape } from './case-shapes.ts'
import { list, nothing, pagingQuery } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'
import { caseFilterQuery, clockFilterQuery } from './queue-shapes.ts'

export const listCases = operation({
  id: 'listCases',
  method: 'GET',
  path: '/api/cases',
  summary: 'Cases that the user may see, the one whose clock ends first on top',
  authority: 'product.md, case manager: nothing late',
  policy: partiesAndStaff,
  params: nothing,
  query: z.strictObject({ ...caseFilterQuery, ...clockFilterQuery, ...pagingQuery }),
  body: nothing,
  answer: z.object({
    rows: list(caseRowShape),
    /** Counted to 10,000 or to the end of the page, whichever is more. */
    total: z.int(),
    /** There are more than `total`; `countCases` knows how many. */
    more: z.boolean(),
  }),
})
