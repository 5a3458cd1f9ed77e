import { z } from 'zod'
import { actedShape, caseParams, nothing, someOf } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const returnDraft = operation({
  id: 'returnDraft',
  method: 'POST',
  path: '/api/cases/{caseId}/draft/return',
  summary: 'Send the draft back to the reviewer with reasons',
  authority: 'Lab. Code 139.5(e)(3)',
  policy: only({ quality: 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ reasons: someOf(z.string().min(1).max(2000)) }),
  answer: actedShape,
})
