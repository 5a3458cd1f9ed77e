import { z } from 'zod'
import { actedShape, caseParams, nothing, priorityShape } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const convertPriority = operation({
  id: 'convertPriority',
  method: 'POST',
  path: '/api/cases/{caseId}/priority',
  summary: 'Make a regular review expedited or the other way round; its clocks start anew',
  authority: '8 CCR 9792.10.4(c)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ to: priorityShape, reason: z.string().min(1).max(2000) }),
  answer: actedShape,
})
