import { z } from 'zod'
import { caseParams, list, nothing } from './common-shapes.ts'
import { missingRecordShape } from './evidence-shapes.ts'
import { only, operation } from './operation.ts'

export const listMissingRecords = operation({
  id: 'listMissingRecords',
  method: 'GET',
  path: '/api/cases/{caseId}/records/missing',
  summary: 'Documents that the record mentions and does not hold, with every mention: proposals',
  authority: '8 CCR 9792.10.5(a)(1), (d)',
  policy: only({ 'case-manager': 'any', quality: 'any', reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ missing: list(missingRecordShape) }),
})
