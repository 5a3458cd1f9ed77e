import { z } from 'zod'
import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { strictly } from './strictly.ts'
import { sentApplicationShape } from './submit-application.ts'

export const amendApplication = operation({
  id: 'amendApplication',
  method: 'POST',
  path: '/api/cases/{caseId}/application',
  summary: 'Change the application to what it should say; eligibility is then tested again',
  authority: '8 CCR 9792.10.3(c)',
  policy: only({ 'case-manager': 'any', employee: 'own' }),
  params: caseParams,
  query: nothing,
  /** The whole application. The day of receipt is only a case manager's to change. */
  body: z.strictObject({
    application: strictly(sentApplicationShape),
    reason: z.string().min(1).max(2000),
  }),
  answer: actedShape,
})
