import { z } from 'zod'
import { actedShape, caseParams, nothing, partyRoleShape } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const uploadRecord = operation({
  id: 'uploadRecord',
  method: 'POST',
  path: '/api/cases/{caseId}/files',
  summary: 'Add a file of the record: the bytes of one PDF',
  authority: '8 CCR 9792.10.5',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: caseParams,
  query: z.strictObject({ fileName: z.string().min(1).max(255), from: partyRoleShape }),
  body: nothing,
  answer: actedShape,
  takes: 'application/pdf',
})
