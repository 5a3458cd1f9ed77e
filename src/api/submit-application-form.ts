import { actedShape, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const submitApplicationForm = operation({
  id: 'submitApplicationForm',
  method: 'POST',
  path: '/api/application-forms',
  summary: 'Send in an application as a filled form: the bytes of one PDF',
  authority: 'Lab. Code 4610.5(d)-(h); 8 CCR 9792.10.1, 9792.10.2',
  policy: only({ 'case-manager': 'any', employee: 'any', 'claims-administrator': 'any' }),
  params: nothing,
  query: nothing,
  body: nothing,
  answer: actedShape,
  takes: 'application/pdf',
})
