import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'
import { caseCountsShape, caseFilterQuery, clockFilterQuery } from './queue-shapes.ts'

export const countCases = operation({
  id: 'countCases',
  method: 'GET',
  path: '/api/case-counts',
  summary: 'How many of these cases each value of a filter would leave, exactly',
  authority: 'product.md, case manager: nothing late',
  policy: partiesAndStaff,
  params: nothing,
  query: z.strictObject({ ...caseFilterQuery, ...clockFilterQuery }),
  body: nothing,
  answer: caseCountsShape,
})
