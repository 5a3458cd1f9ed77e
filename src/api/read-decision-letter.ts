import { z } from 'zod'
import { checklistShape } from './checklist-shapes.ts'
import { list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const readDecisionLetter = operation({
  id: 'readDecisionLetter',
  method: 'POST',
  path: '/api/utilization-review-readings',
  summary:
    'Read a utilization review letter (the bytes of one PDF) for a new application; nothing is kept',
  authority: '8 CCR 9792.9.1(e), 9792.10.1',
  policy: only({ 'case-manager': 'any', employee: 'any', 'claims-administrator': 'any' }),
  params: nothing,
  query: nothing,
  body: nothing,
  answer: z.object({
    pages: z.int(),
    /** Each field with the page it was taken from; a person confirms it. */
    fields: list(z.object({ path: z.string(), value: z.string(), page: z.int() })),
    treatments: z.int(),
    checklist: checklistShape,
  }),
  takes: 'application/pdf',
})
