import { nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { uploadParams, uploadShape } from './receipt-shapes.ts'

export const getUpload = operation({
  id: 'getUpload',
  method: 'GET',
  path: '/api/cases/{caseId}/uploads/{uploadId}',
  summary: 'How far an upload has come',
  authority: '8 CCR 9792.10.5',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: uploadParams,
  query: nothing,
  body: nothing,
  answer: uploadShape,
})
