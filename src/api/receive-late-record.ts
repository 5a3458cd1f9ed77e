import { z } from 'zod'
import { actedShape, caseParams, day, nothing, partyRoleShape } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const receiveLateRecord = operation({
  id: 'receiveLateRecord',
  method: 'POST',
  path: '/api/cases/{caseId}/late-files',
  summary: 'Add a file that was found after the others were sent: the bytes of one PDF',
  authority: 'Lab. Code 4610.5(m); 8 CCR 9792.10.5',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: caseParams,
  query: z.strictObject({
    fileName: z.string().min(1).max(255),
    from: partyRoleShape,
    foundOn: day,
  }),
  body: nothing,
  answer: actedShape,
  takes: 'application/pdf',
})
