import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { uploadParams } from './receipt-shapes.ts'

export const continueUpload = operation({
  id: 'continueUpload',
  method: 'PUT',
  path: '/api/cases/{caseId}/uploads/{uploadId}',
  summary: 'Send the next bytes of an upload, beginning at the offset',
  authority: '8 CCR 9792.10.5; RFC 9530 (content-digest of the piece, where it is sent)',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: uploadParams,
  query: z.strictObject({
    offset: z.coerce.number<number | string>().int().min(0).max(Number.MAX_SAFE_INTEGER),
  }),
  body: nothing,
  answer: z.object({ offset: z.int() }),
  takes: 'application/octet-stream',
})
