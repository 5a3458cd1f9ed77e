import { z } from 'zod'
import { list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const listAttestationStatements = operation({
  id: 'listAttestationStatements',
  method: 'GET',
  path: '/api/attestation-statements',
  summary: 'What a reviewer states for each case; all of them are needed',
  authority: 'Lab. Code 139.5(c)-(d)',
  policy: only({ reviewer: 'any', 'case-manager': 'any' }),
  params: nothing,
  query: nothing,
  body: nothing,
  answer: z.object({ statements: list(z.object({ id: z.string(), sentence: z.string() })) }),
})
