import type { PlainDate } from '#foundation'

export type DocumentKind =
  | 'utilization-review-decision'
  | 'request-for-authorization'
  | 'progress-report'
  | 'medical-legal-report'
  | 'imaging-report'
  | 'operative-report'
  | 'consultation'
  | 'therapy-notes'
  | 'electrodiagnostic-report'
  | 'laboratory'
  | 'medication-list'
  | 'legal'
  | 'correspondence'
  | 'cover-sheet'
  | 'blank'
  | 'unidentified'

/** A document found inside a received file: one PDF often holds many. */
export type RecordDocument = {
  /** Within the case: the file's id and the document's place in it, `file-1-d2`. */
  readonly documentId: string
  /** The received file it lies in. */
  readonly fileId: string
  readonly sha256: string
  readonly kind: DocumentKind
  readonly title: string
  readonly author?: string
  /** What the author says to be, where the signature says it: "Physical Medicine". */
  readonly specialty?: string
  /** Of the service or study where the document says it, else of the report. */
  readonly date?: PlainDate
  readonly pages: { readonly first: number; readonly last: number }
}
