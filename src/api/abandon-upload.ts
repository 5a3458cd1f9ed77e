import { z } from 'zod'
import { nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { uploadParams } from './receipt-shapes.ts'

export const abandonUpload = operation({
  id: 'abandonUpload',
  method: 'DELETE',
  path: '/api/cases/{caseId}/uploads/{uploadId}',
  summary: 'Forget an upload and what was sent of it',
  authority: '8 CCR 9792.10.5',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: uploadParams,
  query: nothing,
  body: nothing,
  answer: z.object({}),
})
