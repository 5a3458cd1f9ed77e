import { z } from 'zod'
import { actedShape, caseParams, day, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const resolveLiability = operation({
  id: 'resolveLiability',
  method: 'POST',
  path: '/api/cases/{caseId}/liability-resolution',
  summary:
    'Record the notice that the dispute over liability is resolved; the time to ask for the review runs',
  authority: 'Lab. Code 4610.5(h)(2); 8 CCR 9792.10.1(c)',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ noticeServedOn: day, reason: z.string().min(1).max(2000) }),
  answer: actedShape,
})
