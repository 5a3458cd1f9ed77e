import { z } from 'zod'
import { actedShape, caseParams, nothing, partyRoleShape } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const requestInformation = operation({
  id: 'requestInformation',
  method: 'POST',
  path: '/api/cases/{caseId}/information-requests',
  summary: 'Ask a party for what eligibility depends on; the time to answer starts',
  authority: '8 CCR 9792.10.3(c)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ from: partyRoleShape, what: z.string().min(1).max(2000) }),
  answer: actedShape,
})
