import { z } from 'zod'
import { caseParams, day, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { deliveryMembers, receivedShape } from './receipt-shapes.ts'

export const receiveLateRecord = operation({
  id: 'receiveLateRecord',
  method: 'POST',
  path: '/api/cases/{caseId}/late-files',
  summary: 'Add a file that was found after the others were sent',
  authority: 'Lab. Code 4610.5(m); 8 CCR 9792.10.5',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: caseParams,
  query: z.strictObject({ ...deliveryMembers, foundOn: day }),
  body: nothing,
  answer: receivedShape,
  takes: 'application/octet-stream',
})
