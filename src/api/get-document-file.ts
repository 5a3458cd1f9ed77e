import { bytes, documentParams, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getDocumentFile = operation({
  id: 'getDocumentFile',
  method: 'GET',
  path: '/api/cases/{caseId}/documents/{documentId}/file',
  summary: 'A received file, byte for byte',
  authority: '8 CCR 9792.10.5',
  policy: partiesAndStaff,
  params: documentParams,
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
