import { z } from 'zod'
import { actedShape, caseParams, nothing, partyRoleShape, someOf } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const requestMissingRecords = operation({
  id: 'requestMissingRecords',
  method: 'POST',
  path: '/api/cases/{caseId}/missing-records/request',
  summary: 'Ask a party for documents that the record mentions; the time to send them starts',
  authority: '8 CCR 9792.10.5(d)',
  policy: only({ administrator: 'any', 'case-manager': 'any', reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    missingIds: someOf(z.string().min(1).max(100)),
    from: partyRoleShape,
    note: z.string().trim().min(1).max(2000).exactOptional(),
  }),
  answer: actedShape,
})
