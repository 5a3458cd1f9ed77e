import { z } from 'zod'
import { caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { deliveryMembers, receivedShape } from './receipt-shapes.ts'

export const uploadRecord = operation({
  id: 'uploadRecord',
  method: 'POST',
  path: '/api/cases/{caseId}/files',
  summary: 'Add a file of the record, or an archive of files, in one piece',
  authority: '8 CCR 9792.10.5',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: caseParams,
  query: z.strictObject(deliveryMembers),
  body: nothing,
  answer: receivedShape,
  takes: 'application/octet-stream',
})
