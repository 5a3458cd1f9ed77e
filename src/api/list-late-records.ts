import { actedShape, caseParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const listLateRecords = operation({
  id: 'listLateRecords',
  method: 'POST',
  path: '/api/cases/{caseId}/late-files/listing',
  summary: 'List the documents anew, with the files that came after the record was complete',
  authority: '8 CCR 9792.10.6(d); Lab. Code 4610.5(m)',
  policy: only({ 'case-manager': 'any' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: actedShape,
})
