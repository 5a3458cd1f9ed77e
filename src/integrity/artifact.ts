/**
 * A file or JSON document that an event names by its content: page texts, facts, assessments,
 * certificates, letters. Kept content-addressed, so that a reference proves what it refers to.
 */
export type ArtifactReference = {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly kind: ArtifactKind
}

export type ArtifactKind =
  | 'application'
  | 'utilization-review-decision'
  | 'record-file'
  | 'page-texts'
  | 'rendition'
  | 'receipt'
  | 'records-ledger'
  | 'facts'
  | 'assessment'
  | 'eligibility-table'
  | 'assignment-notice'
  | 'deadline-certificate'
  | 'conflict-certificate'
  | 'determination'
  | 'served-letter'
  | 'public-letter'
  | 'public-letter-text'
  | 'proof-of-service'
