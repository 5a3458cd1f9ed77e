import { z } from 'zod'
import { actedShape, authorizationShape, nothing, treatmentParams } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const terminateTreatment = operation({
  id: 'terminateTreatment',
  method: 'POST',
  path: '/api/cases/{caseId}/treatments/{treatmentId}/termination',
  summary: 'Take one treatment out of the dispute',
  authority: '8 CCR 9792.10.6(a)',
  policy: only({ 'case-manager': 'any' }),
  params: treatmentParams,
  query: nothing,
  body: z.strictObject({
    reason: z.enum(['authorized', 'withdrawn', 'settled']),
    authorization: authorizationShape.exactOptional(),
  }),
  answer: actedShape,
})
