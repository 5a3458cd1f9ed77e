import { z } from 'zod'
import { list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { receivedShape, uploadIdShape, uploadParams } from './receipt-shapes.ts'

export const finishUpload = operation({
  id: 'finishUpload',
  method: 'POST',
  path: '/api/cases/{caseId}/uploads/{uploadId}/finish',
  summary: 'Take a file that was sent whole into the record, with others that came together',
  authority: '8 CCR 9792.10.5',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: uploadParams,
  query: nothing,
  body: z.strictObject({
    /** Other uploads from the same sender, acknowledged by the same receipt. */
    together: list(uploadIdShape).exactOptional(),
  }),
  answer: receivedShape,
})
