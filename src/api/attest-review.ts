import { z } from 'zod'
import { actedShape, caseParams, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const attestReview = operation({
  id: 'attestReview',
  method: 'POST',
  path: '/api/cases/{caseId}/attestation',
  summary: 'Attest licence, practice and absence of ties for this case, and take it',
  authority: 'Lab. Code 139.5(d)-(e)',
  policy: only({ reviewer: 'own' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({ statements: list(z.string().min(1).max(1000)) }),
  answer: actedShape,
})
