import type { CaseOutcome, ListedDocument, RationaleSource, ReviewerCredentials } from '#case'
import type { NonEmpty, PlainDate } from '#foundation'
import type { Guideline } from '#guidelines'

/** One disputed treatment with the decision and its reasons, as the letter says it. */
export type Issue = {
  readonly treatment: string
  readonly decision: 'upheld' | 'overturned'
  readonly partial?: {
    readonly requested: string
    readonly authorized: string
    readonly remainder: string
  } | null
  readonly associatedSurgicalService?: boolean
  readonly retrospective?: boolean
  readonly datesOfService?: readonly string[]
  readonly category?: string | null
  readonly subcategory?: string | null
  readonly bodyRegions?: readonly string[]
  readonly claimsAdministratorGuideline: Guideline
  readonly reviewOrganizationGuideline: Guideline
  readonly rationale: string
}

/**
 * A determination as letters carry it and as `openimr read` prints it
 * (contracts/determination.schema.json, without the fields about the file itself).
 */
export type Determination = {
  readonly caseNumber: string | null
  readonly priority: 'standard' | 'expedited' | null
  readonly dateAssigned: PlainDate | null
  readonly dateOfInjury: PlainDate | null
  readonly decisionDate: PlainDate | null
  readonly urDenialDate: PlainDate | null
  readonly applicationReceived: PlainDate | null
  readonly reviewer: {
    readonly licensure: readonly string[]
    readonly specialties: readonly string[]
    readonly boards?: readonly string[]
  }
  readonly caseSummary: string
  readonly issues: NonEmpty<Issue>
  readonly outcome: CaseOutcome
}

/** The issued determination with what checking it needs: artifact `determination`. */
export type IssuedDetermination = {
  readonly determination: Determination
  readonly documentsReviewed: readonly ListedDocument[]
  readonly credentials: ReviewerCredentials
  /** Per issue, in order: the sources of its statements. */
  readonly sources: readonly (readonly RationaleSource[])[]
}
