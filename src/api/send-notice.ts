import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { noticeToSendShape } from './notice-shapes.ts'
import { only, operation } from './operation.ts'

export const sendNotice = operation({
  id: 'sendNotice',
  method: 'POST',
  path: '/api/cases/{caseId}/notices',
  summary: 'Send a notice to parties and keep it in the case',
  authority: 'rules/notices; 8 CCR 9792.10.4',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: noticeToSendShape,
  answer: actedShape,
})
