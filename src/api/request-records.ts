import { z } from 'zod'
import { actedShape, caseParams, nothing, partyRoleShape } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const requestRecords = operation({
  id: 'requestRecords',
  method: 'POST',
  path: '/api/cases/{caseId}/records-requests',
  summary: 'Ask a party for more of the record; the time to send it starts',
  authority: '8 CCR 9792.10.5(d)',
  policy: only({ 'case-manager': 'any', reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ from: partyRoleShape, what: z.string().min(1).max(2000) }),
  answer: actedShape,
})
