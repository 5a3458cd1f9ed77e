import { z } from 'zod'
import { actedShape, list, nothing, treatmentParams } from './common-shapes.ts'
import { only, operation } from './operation.ts'

export const decideIssue = operation({
  id: 'decideIssue',
  method: 'PUT',
  path: '/api/cases/{caseId}/issues/{treatmentId}',
  summary: 'Decide one disputed treatment, with reasons and their sources',
  authority: 'Lab. Code 4610.6(a)-(e); 8 CCR 9792.10.6(d)',
  policy: only({ reviewer: 'own' }),
  params: treatmentParams,
  query: nothing,
  body: z.strictObject({
    decision: z.enum(['upheld', 'overturned']),
    /** As the letter prints it; empty where none is cited. */
    guideline: z.string().max(5000),
    rationale: z.string().min(1).max(20_000),
    /** Needed where nothing is cited for a treatment that stands by itself. */
    noGuidelineBecause: z.string().min(1).max(2000).exactOptional(),
    sources: list(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('record'),
          says: z.string().min(1),
          documentId: z.string().min(1),
          page: z.int().min(1),
          quote: z.string().min(1),
        }),
        z.strictObject({
          kind: z.literal('absence'),
          says: z.string().min(1),
          concept: z.string().min(1),
        }),
        z.strictObject({
          kind: z.literal('guideline'),
          says: z.string().min(1),
          citation: z.string().min(1),
        }),
      ]),
    ),
  }),
  answer: actedShape,
})
