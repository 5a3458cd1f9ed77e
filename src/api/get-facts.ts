import { z } from 'zod'
import { caseParams, list, nothing } from './common-shapes.ts'
import { factShape } from './evidence-shapes.ts'
import { operation, staffAndReviewer } from './operation.ts'

export const getFacts = operation({
  id: 'getFacts',
  method: 'GET',
  path: '/api/cases/{caseId}/facts',
  summary: 'Statements found in the record, each with its page',
  authority: 'clinical.md 2; house rule: every fact leads to a page',
  policy: staffAndReviewer,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ facts: list(factShape) }),
})
