import { z } from 'zod'
import { bodyRegionShape, sideShape } from './case-shapes.ts'
import { list } from './common-shapes.ts'

export const spanShape = z.object({ start: z.int(), end: z.int() })

/** A place in the record that proves a statement. */
export const recordCitationShape = z.object({
  documentId: z.string(),
  sha256: z.string(),
  page: z.int(),
  span: spanShape,
  quote: z.string(),
})

export const partialDateShape = z.discriminatedUnion('precision', [
  z.object({ precision: z.literal('day'), value: z.string() }),
  z.object({ precision: z.literal('month'), value: z.string() }),
  z.object({ precision: z.literal('year'), value: z.string() }),
])

/** A statement found in the record, with what the reviewer said of it. */
export const factShape = z.object({
  factId: z.string(),
  kind: z.enum([
    'symptom',
    'examination-finding',
    'imaging-study',
    'imaging-finding',
    'treatment',
    'medication',
    'red-flag',
    'diagnosis',
    'request',
    'work-status',
  ]),
  concept: z.string(),
  region: bodyRegionShape.exactOptional(),
  levels: list(z.string()).exactOptional(),
  side: sideShape.exactOptional(),
  value: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  date: partialDateShape.exactOptional(),
  assertion: z.enum([
    'present',
    'absent',
    'not-documented',
    'tried-failed',
    'tried-helped',
    'planned',
    'pending',
    'declined',
    'possible',
  ]),
  temporality: z.enum(['current', 'historical', 'hypothetical']),
  experiencer: z.enum(['patient', 'other']),
  section: z.string().exactOptional(),
  citation: recordCitationShape,
  review: z.enum(['proposed', 'confirmed', 'rejected']),
})

/** The proof behind "not documented". */
export const proofOfAbsenceShape = z.object({
  concept: z.string(),
  terms: list(z.string()),
  documents: list(z.object({ documentId: z.string(), sha256: z.string(), pages: z.int() })),
  pagesSearched: z.int(),
  pagesNotReadable: list(z.object({ documentId: z.string(), page: z.int() })),
  nearMisses: list(recordCitationShape),
})

export type AssessmentAnswer = {
  readonly criterionId: string
  readonly statement: string
  readonly citation: string
  readonly result: 'met' | 'not-met' | 'not-documented' | 'conflicting' | 'judgment'
  readonly children: readonly AssessmentAnswer[]
  readonly evidence?: readonly z.infer<typeof recordCitationShape>[]
  readonly searched?: readonly z.infer<typeof proofOfAbsenceShape>[]
  readonly question?: string
}

/** A guideline's criterion with its result; its sub-criteria below it. */
export const assessmentShape: z.ZodType<AssessmentAnswer> = z.object({
  criterionId: z.string(),
  statement: z.string(),
  citation: z.string(),
  result: z.enum(['met', 'not-met', 'not-documented', 'conflicting', 'judgment']),
  get children() {
    return list(assessmentShape)
  },
  evidence: list(recordCitationShape).exactOptional(),
  searched: list(proofOfAbsenceShape).exactOptional(),
  question: z.string().exactOptional(),
})

export const packAssessmentShape = z.object({
  treatmentId: z.string(),
  pack: z.string(),
  packSha256: z.string(),
  guideline: z.object({
    name: z.string(),
    edition: z.string(),
    chapter: z.string(),
    pages: z.string().exactOptional(),
  }),
  governingDate: z.string(),
  result: z.enum(['met', 'not-met', 'not-documented', 'conflicting']),
  root: assessmentShape,
  whatWouldChangeIt: list(
    list(
      z.object({
        criterionId: z.string(),
        statement: z.string(),
        needs: z.enum(['met', 'not-met']),
      }),
    ),
  ),
})
