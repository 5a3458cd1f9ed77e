import { applicationShape, disputedTreatmentShape } from './case-shapes.ts'
import { actedShape, day, nothing, someOf } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { strictly } from './strictly.ts'

/** As it is sent: what a form leaves empty may be left out, and treatments are numbered for it. */
export const sentApplicationShape = applicationShape.extend({
  receivedOn: day.exactOptional(),
  expeditedCertified: applicationShape.shape.expeditedCertified.exactOptional(),
  signature: applicationShape.shape.signature.exactOptional(),
  utilizationReview: applicationShape.shape.utilizationReview.exactOptional(),
  liabilityDispute: applicationShape.shape.liabilityDispute.exactOptional(),
  disputedTreatments: someOf(
    disputedTreatmentShape.extend({
      id: disputedTreatmentShape.shape.id.exactOptional(),
      retrospective: disputedTreatmentShape.shape.retrospective.exactOptional(),
    }),
  ),
})

export const submitApplication = operation({
  id: 'submitApplication',
  method: 'POST',
  path: '/api/cases',
  summary: 'Send in an application for Independent Medical Review',
  authority: 'Lab. Code 4610.5(d)-(h); 8 CCR 9792.10.1',
  policy: only({ 'case-manager': 'any', employee: 'any', 'claims-administrator': 'any' }),
  params: nothing,
  query: nothing,
  /** `receivedOn` is the day of the call; only a case manager may name an earlier one, for paper. */
  body: strictly(sentApplicationShape),
  answer: actedShape,
})
