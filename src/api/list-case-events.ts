import { z } from 'zod'
import { timelineEntryShape } from './case-shapes.ts'
import { caseParams, list, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const listCaseEvents = operation({
  id: 'listCaseEvents',
  method: 'GET',
  path: '/api/cases/{caseId}/events',
  summary: 'What happened to the case, in words, oldest first',
  authority: 'house rule: the case is its events',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ events: list(timelineEntryShape) }),
})
