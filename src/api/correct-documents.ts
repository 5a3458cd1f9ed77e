import { z } from 'zod'
import { actedShape, documentParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { correctedDocumentShape } from './record-shapes.ts'

export const correctDocuments = operation({
  id: 'correctDocuments',
  method: 'PUT',
  path: '/api/cases/{caseId}/files/{documentId}/documents',
  summary: 'Say which documents a file holds; every page is in one of them, in order',
  authority: '8 CCR 9792.10.6(d)',
  policy: only({ administrator: 'any', 'case-manager': 'any', quality: 'any', reviewer: 'own' }),
  params: documentParams,
  query: nothing,
  body: z.strictObject({
    documents: z.array(correctedDocumentShape).min(1).max(5000).readonly(),
  }),
  answer: actedShape,
})
