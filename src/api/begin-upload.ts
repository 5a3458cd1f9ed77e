import { z } from 'zod'
import { caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { deliveryMembers, uploadShape } from './receipt-shapes.ts'

export const beginUpload = operation({
  id: 'beginUpload',
  method: 'POST',
  path: '/api/cases/{caseId}/uploads',
  summary: 'Begin to send a file in pieces; what was sent stays when the connection is lost',
  authority: '8 CCR 9792.10.5',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    ...deliveryMembers,
    bytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    /** Of the whole file, in hexadecimal: compared before it is acknowledged. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .exactOptional(),
  }),
  answer: uploadShape,
})
