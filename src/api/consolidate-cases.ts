import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const consolidateCases = operation({
  id: 'consolidateCases',
  method: 'POST',
  path: '/api/cases/{caseId}/consolidation',
  summary: 'Take another open review of the same employee, physician and injury into this one',
  authority: '8 CCR 9792.10.4(a)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ joiningCaseNumber: z.string().min(1).max(40) }),
  answer: actedShape,
})
