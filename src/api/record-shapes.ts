import { z } from 'zod'
import { listedDocumentShape } from './case-shapes.ts'
import { day, list, partyRoleShape, someOf } from './common-shapes.ts'
import { partialDateShape, recordCitationShape, spanShape } from './evidence-shapes.ts'

/** What a document of the record is. */
export const documentKindShape = z.enum([
  'utilization-review-decision',
  'request-for-authorization',
  'progress-report',
  'medical-legal-report',
  'imaging-report',
  'operative-report',
  'consultation',
  'therapy-notes',
  'electrodiagnostic-report',
  'laboratory',
  'medication-list',
  'legal',
  'correspondence',
  'cover-sheet',
  'blank',
  'unidentified',
])

const pageRangeShape = z.object({ first: z.int(), last: z.int() })

/** A document as it is known now: proposed, or said by a person. */
export const recordDocumentShape = z.object({
  /** Follows the file and the page that the document begins on. */
  documentId: z.string(),
  fileId: z.string(),
  kind: documentKindShape,
  /** Which form of its kind: a PR-2 among progress reports, a QME's among medical-legal reports. */
  form: z
    .enum(['pr-2', 'pr-3', 'pr-4', 'first-report', 'qme-report', 'ame-report', 'ime-report'])
    .exactOptional(),
  title: z.string(),
  author: z.string().exactOptional(),
  specialty: z.string().exactOptional(),
  /** Of the service or study where the document says it, else of the report. */
  date: day.exactOptional(),
  dateOfService: day.exactOptional(),
  dateOfReport: day.exactOptional(),
  pages: pageRangeShape,
  /** How sure the proposal is, 0 to 1; absent where a person said it, or nothing was proposed. */
  confidence: z.number().exactOptional(),
  corrected: z.boolean(),
})

const words = z.string().trim().min(1).max(300)

/** A document as a person says it is. */
export const correctedDocumentShape = z.strictObject({
  kind: documentKindShape,
  title: words,
  author: words.exactOptional(),
  specialty: words.exactOptional(),
  /** By default the date of service, else of the report. */
  date: day.exactOptional(),
  dateOfService: day.exactOptional(),
  dateOfReport: day.exactOptional(),
  pages: z.strictObject({ first: z.int().min(1), last: z.int().min(1) }),
})

/** A document that the record mentions and does not hold, or did not when it was asked for. */
export const missingRecordShape = z.object({
  /** The same for the same document, whatever comes in later. */
  missingId: z.string(),
  kind: z.string(),
  /** In the words of the record. */
  what: z.string(),
  date: partialDateShape,
  /** Last day, where documents of a time are mentioned. */
  through: partialDateShape.exactOptional(),
  author: z.string().exactOptional(),
  mentions: someOf(recordCitationShape),
  standing: z.enum(['missing', 'requested', 'found', 'dismissed']),
  requested: z.object({ from: partyRoleShape, on: day }).exactOptional(),
  /** The document that a file which came since holds. */
  foundIn: z.string().exactOptional(),
  dismissed: z.object({ reason: z.string(), on: day }).exactOptional(),
})

/** Who opened a page or file, by user; a reviewer is the expert reviewer but to those who assign. */
export const openedShape = z.object({
  /** The role, or "expert reviewer". */
  by: z.string(),
  /** The name of the user; never of a reviewer but to those who assign. */
  name: z.string().exactOptional(),
  firstAt: z.string(),
  lastAt: z.string(),
  times: z.int(),
})

const pageOfFileShape = z.object({ fileId: z.string(), page: z.int() })

/** Where a page is cited. */
const pageCitationShape = z.discriminatedUnion('in', [
  z.object({ in: z.literal('fact'), factId: z.string(), says: z.string() }),
  z.object({ in: z.literal('rationale'), treatmentId: z.string(), says: z.string() }),
  z.object({
    in: z.literal('criterion'),
    treatmentId: z.string(),
    criterionId: z.string(),
    says: z.string(),
  }),
])

/** Every page of every file that is known, each in exactly one line. */
export const ledgerShape = z.object({
  files: list(
    z.object({
      fileId: z.string(),
      fileName: z.string(),
      from: partyRoleShape,
      receivedOn: day,
      receivedAt: z.string(),
      receiptId: z.string().exactOptional(),
      /** The archive that it was sent in, and its place there. */
      unpackedFrom: z
        .object({ sha256: z.string(), fileName: z.string(), path: z.string() })
        .exactOptional(),
      sha256: z.string(),
      pages: z.int().nullable(),
      reading: z.enum(['waiting', 'read', 'failed']),
      notReadBecause: z.string().exactOptional(),
      engine: z.string().exactOptional(),
      remarks: list(z.string()),
      /** The file as a whole: downloaded. */
      opened: list(openedShape),
    }),
  ),
  documents: list(recordDocumentShape),
  lines: list(
    z.object({
      fileId: z.string(),
      page: z.int(),
      documentId: z.string(),
      /** The first page of the record with the same words. */
      duplicateOf: pageOfFileShape.exactOptional(),
      /** False for a picture without words. */
      readable: z.boolean(),
      source: z.enum(['layer', 'ocr', 'none']),
      /** Of a page read from its picture, 0 to 1. */
      confidence: z.number().exactOptional(),
      /** Read from its picture, and not well: compare the two. */
      poorlyRead: z.boolean(),
      opened: list(openedShape),
      cited: list(pageCitationShape),
    }),
  ),
  pages: z.int(),
  duplicates: z.int(),
  unreadable: list(pageOfFileShape),
  /** The letter's list of documents reviewed, as these lines make it. */
  listed: list(listedDocumentShape),
  /** Whether the list that the case has is this one; null before there is one. */
  listIsCurrent: z.boolean().nullable(),
})

/** What a search of the record gave. */
export const recordSearchShape = z.object({
  hits: list(
    z.object({
      /** Of the file. */
      documentId: z.string(),
      page: z.int(),
      /** In the page's text. */
      span: spanShape,
      /** The words around, with the place of what was found in them. */
      snippet: z.object({ text: z.string(), span: spanShape }),
      /** In points of the upright page, origin top left. */
      wordBoxes: list(
        z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
      ),
    }),
  ),
  pagesSearched: z.int(),
  pagesNotReadable: list(z.object({ documentId: z.string(), page: z.int() })),
  filesNotRead: list(z.object({ documentId: z.string(), fileName: z.string() })),
  truncated: z.boolean(),
})
