import { z } from 'zod'
import { actedShape, caseIdShape, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const dismissMissingRecord = operation({
  id: 'dismissMissingRecord',
  method: 'POST',
  path: '/api/cases/{caseId}/missing-records/{missingId}/dismiss',
  summary: 'Say why a document that the record mentions is not asked for',
  authority: '8 CCR 9792.10.5(d)',
  policy: only({ administrator: 'any', 'case-manager': 'any', quality: 'any', reviewer: 'own' }),
  params: z.strictObject({ caseId: caseIdShape, missingId: z.string().min(1).max(100) }),
  query: nothing,
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  answer: actedShape,
})
