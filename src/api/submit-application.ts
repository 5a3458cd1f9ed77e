import { applicationShape } from './case-shapes.ts'
import { actedShape, day, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { strictly } from './strictly.ts'

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
  body: strictly(applicationShape.extend({ receivedOn: day.exactOptional() })),
  answer: actedShape,
})
