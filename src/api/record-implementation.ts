import { z } from 'zod'
import { actedShape, day, nothing, treatmentParams } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const recordImplementation = operation({
  id: 'recordImplementation',
  method: 'POST',
  path: '/api/cases/{caseId}/treatments/{treatmentId}/implementation',
  summary: 'Record that an overturned treatment was authorized or paid',
  authority: 'Lab. Code 4610.6(j)-(k)',
  policy: only({ 'case-manager': 'any', 'claims-administrator': 'own' }),
  params: treatmentParams,
  query: nothing,
  body: z.strictObject({
    /** The day of authorization or payment; today where it is left out. */
    implementedOn: day.exactOptional(),
  }),
  answer: actedShape,
})
