import { actedShape, documentParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const retryReading = operation({
  id: 'retryReading',
  method: 'POST',
  path: '/api/cases/{caseId}/files/{documentId}/read',
  summary: 'Have a file read again that could not be read',
  authority: 'house rule: every page is read, or marked as not readable by a person',
  policy: only({ 'case-manager': 'any', administrator: 'any' }),
  params: documentParams,
  query: nothing,
  body: nothing,
  answer: actedShape,
})
