import { caseParams, nothing } from './common-shapes.ts'
import { determinationShape } from './determination-shapes.ts'
import { operation, partiesAndStaff } from './operation.ts'

export const getDetermination = operation({
  id: 'getDetermination',
  method: 'GET',
  path: '/api/cases/{caseId}/determination',
  summary: 'The issued determination as data',
  authority: '8 CCR 9792.10.6(d)',
  policy: partiesAndStaff,
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: determinationShape,
})
