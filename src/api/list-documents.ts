import { z } from 'zod'
import { fileShape, listedDocumentShape } from './case-shapes.ts'
import { caseParams, list, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const listDocuments = operation({
  id: 'listDocuments',
  method: 'GET',
  path: '/api/cases/{caseId}/documents',
  summary: 'Files received and the documents identified in them',
  authority: '8 CCR 9792.10.5; 9792.10.6(d)',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ files: list(fileShape), documents: list(listedDocumentShape) }),
})
