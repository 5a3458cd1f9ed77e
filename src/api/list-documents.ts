import { z } from 'zod'
import { fileShape } from './case-shapes.ts'
import { caseParams, list, nothing } from './common-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'
import { recordDocumentShape } from './record-shapes.ts'

export const listDocuments = operation({
  id: 'listDocuments',
  method: 'GET',
  path: '/api/cases/{caseId}/documents',
  summary: 'Files received and the documents in them, as proposed or as a person said',
  authority: '8 CCR 9792.10.5; 9792.10.6(d)',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ files: list(fileShape), documents: list(recordDocumentShape) }),
})
