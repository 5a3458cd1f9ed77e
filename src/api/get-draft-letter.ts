import { bytes, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const getDraftLetter = operation({
  id: 'getDraftLetter',
  method: 'GET',
  path: '/api/cases/{caseId}/draft/letter',
  summary: 'The draft as a PDF to read, marked as a draft on each page',
  authority: 'Lab. Code 139.5(e)(3)',
  policy: only({ reviewer: 'own', quality: 'any', 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/pdf',
})
