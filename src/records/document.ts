import type { PlainDate } from '#foundation'

const kinds = [
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
] as const

export type DocumentKind = (typeof kinds)[number]

export function isDocumentKind(word: string): word is DocumentKind {
  return (kinds as readonly string[]).includes(word)
}

/** Which of the forms of its kind a document is, where it says so. */
export type DocumentForm =
  | 'pr-2'
  | 'pr-3'
  | 'pr-4'
  | 'first-report'
  | 'qme-report'
  | 'ame-report'
  | 'ime-report'

/** A document found inside a received file: one PDF often holds many. */
export type RecordDocument = {
  /**
   * Within the case: the file's id and the page that the document begins on, `file-1-p5`. So it
   * stays what it is while documents before it are split or joined.
   */
  readonly documentId: string
  /** The received file it lies in. */
  readonly fileId: string
  readonly sha256: string
  readonly kind: DocumentKind
  readonly form?: DocumentForm
  readonly title: string
  readonly author?: string
  /** What the author says to be, where the signature says it: "Physical Medicine". */
  readonly specialty?: string
  /** Of the service or study where the document says it, else of the report. */
  readonly date?: PlainDate
  readonly dateOfService?: PlainDate
  readonly dateOfReport?: PlainDate
  readonly pages: { readonly first: number; readonly last: number }
  /** How sure the proposal is, 0 to 1; absent where a person said what the document is. */
  readonly confidence?: number
  /** A person said so: it stands instead of what was proposed. */
  readonly corrected?: true
}

/** The id of the document that begins on this page of a file. */
export function documentIdOf(fileId: string, firstPage: number): string {
  return `${fileId}-p${firstPage}`
}

/**
 * Whether the id is the file's or that of a document in it. Documents that were named before ids
 * followed pages have their place in the file instead: `file-1-d2`.
 */
export function liesIn(documentId: string, fileId: string): boolean {
  if (!documentId.startsWith(fileId)) return false
  return /^(?:-[dp]\d+)?$/.test(documentId.slice(fileId.length))
}
