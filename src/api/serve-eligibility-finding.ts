import { z } from 'zod'
import { actedShape, caseParams, list, nothing, recipientChoiceShape } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const serveEligibilityFinding = operation({
  id: 'serveEligibilityFinding',
  method: 'POST',
  path: '/api/cases/{caseId}/eligibility/finding/service',
  summary: 'Serve on the parties, with its reasons, that no review is opened or not yet',
  authority: '8 CCR 9792.10.3; 10575(a)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  /** By default every party by mail. */
  body: z.strictObject({ recipients: list(recipientChoiceShape).exactOptional() }),
  answer: actedShape,
})
