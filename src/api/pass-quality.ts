import { z } from 'zod'
import { actedShape, caseParams, list, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const passQuality = operation({
  id: 'passQuality',
  method: 'POST',
  path: '/api/cases/{caseId}/draft/pass',
  summary: 'Let the draft pass; each overridden finding carries a reason',
  authority: 'Lab. Code 139.5(e)(3)',
  policy: only({ quality: 'any' }),
  params: caseParams,
  query: nothing,
  body: z.strictObject({
    overrides: list(
      z.strictObject({ finding: z.string().min(1), reason: z.string().min(1).max(2000) }),
    ),
  }),
  answer: actedShape,
})
