import { z } from 'zod'
import { caseParams, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'
import { missingRecordShape } from './record-shapes.ts'

export const listMissingRecords = operation({
  id: 'listMissingRecords',
  method: 'GET',
  path: '/api/cases/{caseId}/records/missing',
  summary: 'Documents that the record mentions and does not hold, with every mention: proposals',
  authority: '8 CCR 9792.10.5(a)(1), (d)',
  policy: only({ administrator: 'any', 'case-manager': 'any', quality: 'any', reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: nothing,
  answer: z.object({ missing: list(missingRecordShape) }),
})
