import { z } from 'zod'
import { actedShape, caseParams, nothing, partyRoleShape } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const answerInformation = operation({
  id: 'answerInformation',
  method: 'POST',
  path: '/api/cases/{caseId}/information-answers',
  summary: 'Answer what was asked, in words; papers come as files',
  authority: '8 CCR 9792.10.3(c)',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own', employee: 'own' }),
  params: caseParams,
  query: nothing,
  /** `from` is the party that was asked; a party may leave it out and answers for itself. */
  body: z.strictObject({
    from: partyRoleShape.exactOptional(),
    answer: z.string().min(1).max(10000),
  }),
  answer: actedShape,
})
