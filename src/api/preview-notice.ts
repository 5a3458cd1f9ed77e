import { bytes, caseParams, nothing } from './common-shapes.ts'
import { noticeToSendShape } from './notice-shapes.ts'
import { only, operation } from './operation.ts'

export const previewNotice = operation({
  id: 'previewNotice',
  method: 'POST',
  path: '/api/cases/{caseId}/notices/preview',
  summary: 'A notice as it would go out now; nothing is sent',
  authority: 'rules/notices',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: noticeToSendShape,
  answer: bytes,
  answers: 'application/pdf',
})
