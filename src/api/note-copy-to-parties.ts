import { z } from 'zod'
import { actedShape, day, documentParams, nothing } from './common-shapes.ts'
import { only, operation } from './operation.ts'

/** What shows that the employee and the physician have a copy of the file, or that nothing does. */
export const copyToPartiesShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('proved'),
    copiedOn: day,
    proof: z.string().max(2000),
  }),
  z.strictObject({ kind: z.literal('absent'), because: z.string().max(2000) }),
])

export const noteCopyToParties = operation({
  id: 'noteCopyToParties',
  method: 'POST',
  path: '/api/cases/{caseId}/documents/{documentId}/copy-to-parties',
  summary: 'Note whether the parties got a copy of what the claims administrator sent',
  authority: 'Lab. Code 4610.5(l), (o)',
  policy: only({ 'case-manager': 'any' }),
  params: documentParams,
  query: nothing,
  body: z.strictObject({ copy: copyToPartiesShape }),
  answer: actedShape,
})
