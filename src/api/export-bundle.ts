import { bytes, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const exportBundle = operation({
  id: 'exportBundle',
  method: 'GET',
  path: '/api/cases/{caseId}/bundle',
  summary: 'The whole case as a bundle that anyone can verify offline',
  authority: 'house rule: a determination that can be checked',
  policy: only({ 'case-manager': 'any', administrator: 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: bytes,
  answers: 'application/zip',
})
