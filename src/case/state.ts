import type { Deadline } from '#deadlines'
import type { PlainDate } from '#foundation'
import type { Application, EligibilityTable, PartyRole } from '#intake'
import type { ArtifactReference } from '#integrity'
import type {
  Authorization,
  CaseOutcome,
  CopyToParties,
  CorrectedDocument,
  DecidedIssue,
  ListedDocument,
  MissingDocument,
  PenaltyFindingKind,
  ReviewerCredentials,
  TerminationReason,
  WrongFactProof,
} from './event.ts'

export type CaseStatus =
  | 'none'
  | 'received'
  | 'awaiting-information'
  | 'ineligible'
  | 'deferred'
  | 'duplicate'
  | 'eligible'
  | 'records-open'
  | 'records-overdue'
  | 'records-complete'
  | 'reviewer-selected'
  | 'in-review'
  | 'quality'
  | 'quality-passed'
  | 'issued'
  | 'served'
  | 'implemented'
  | 'appealed'
  | 'affirmed'
  | 'remanded'
  | 'terminated'

export type ClockState = {
  readonly clock: string
  readonly deadline: Deadline
  readonly status: 'running' | 'stopped' | 'ran-out'
  readonly endedOn?: PlainDate
}

/** A breach or a ground of mitigation that a person found. */
export type PenaltyFinding = {
  readonly kind: PenaltyFindingKind
  /** Id under `rules/penalties`. */
  readonly finding: string
  readonly because: string
  readonly notedOn: PlainDate
}

/** Everything about a case that decides what may happen next: a fold over its events. */
export type CaseState = {
  readonly status: CaseStatus
  readonly version: number
  readonly caseNumber: string | null
  readonly application: Application | null
  readonly priority: 'standard' | 'expedited'
  /** The organization's office that carries the case, and the account of its case manager. */
  readonly office: string | null
  readonly caseManager: string | null
  readonly eligibility: EligibilityTable | null
  readonly assignedOn: PlainDate | null
  readonly recordsCompletedOn: PlainDate | null
  /** Why the file was taken as complete although something owed never came. */
  readonly recordsCompletedBecause: string | null
  readonly clocks: readonly ClockState[]
  readonly records: readonly {
    readonly documentId: string
    readonly sha256: string
    readonly bytes: number
    readonly mediaType: string
    /** Null until reading tells. */
    readonly pages: number | null
    readonly fileName: string
    readonly from: PartyRole
    readonly receivedOn: PlainDate
    readonly reading: 'waiting' | 'read' | 'failed'
    /** Why it could not be read. */
    readonly notReadBecause?: string
  }[]
  /** What persons said of the documents in a file; stands instead of the proposal. */
  readonly correctedDocuments: readonly {
    readonly fileId: string
    readonly documents: readonly CorrectedDocument[]
  }[]
  readonly listedDocuments: readonly ListedDocument[]
  /** Files that came after the record was complete and are not listed yet. */
  readonly lateRecords: readonly string[]
  /** What parties were asked to send besides. */
  readonly requestedRecords: readonly {
    readonly from: PartyRole
    readonly what: string
    readonly requestedOn: PlainDate
    readonly records?: readonly MissingDocument[]
  }[]
  /** Documents that the record mentions and that need not be asked for. */
  readonly dismissedRecords: readonly {
    readonly missingId: string
    readonly reason: string
    readonly dismissedOn: PlainDate
  }[]
  /** What parties were asked for and have not answered. */
  readonly informationRequested: readonly {
    readonly from: PartyRole
    readonly what: string
    readonly requestedOn: PlainDate
  }[]
  /** The Administrative Director's finding of eligibility came on this day. */
  readonly findingReceivedOn: PlainDate | null
  /** The finding that no review is opened was served on this day. */
  readonly findingServedOn: PlainDate | null
  /** Notice that the dispute over liability is resolved was served on this day. */
  readonly liabilityResolvedOn: PlainDate | null
  /** Reviews that joined this one, with the ids that their treatments have here. */
  readonly takenIn: readonly {
    readonly caseNumber: string
    readonly treatmentIds: readonly string[]
  }[]
  /** The review that this one joined. */
  readonly consolidatedInto: { readonly caseId: string; readonly caseNumber: string } | null
  readonly noticesSent: readonly { readonly template: string; readonly sentOn: PlainDate }[]
  readonly factsFound: ArtifactReference | null
  readonly factsConfirmed: readonly string[]
  readonly factsRejected: readonly string[]
  readonly assessedTreatments: readonly string[]
  readonly reviewerId: string | null
  readonly blockedReviewerIds: readonly string[]
  readonly attestation: {
    readonly reviewerId: string
    readonly credentials: ReviewerCredentials
  } | null
  readonly caseSummary: string | null
  readonly issues: readonly DecidedIssue[]
  /** What the quality reader last had before them. */
  readonly draft: ArtifactReference | null
  /** What the quality reader asked for when the draft last came back; empty once submitted again. */
  readonly returnedBecause: readonly string[]
  /** Treatments that left the dispute, with the reason. */
  readonly terminatedTreatments: readonly {
    readonly treatmentId: string
    readonly reason: TerminationReason
    readonly authorization?: Authorization
  }[]
  /** Why the whole review ended without a determination. */
  readonly terminatedBecause: TerminationReason | null
  /** More days for the decision that the Administrative Director approved; once. */
  readonly extension: {
    readonly days: number
    readonly approval: string
    readonly approvedOn: PlainDate
    readonly reason: string
  } | null
  /** Of files of the claims administrator: whether the parties have a copy; the last word on each. */
  readonly copiesToParties: readonly {
    readonly documentId: string
    readonly copy: CopyToParties
  }[]
  /** What a person found of penalties and did not take back. */
  readonly penaltyFindings: readonly PenaltyFinding[]
  readonly invoice: {
    readonly dollars: number
    readonly amountBy: 'schedule' | 'person'
    readonly because: string
    readonly verified: boolean
    readonly invoicedOn: PlainDate
    readonly paidOn: PlainDate | null
  } | null
  readonly outcome: CaseOutcome | null
  readonly issuedOn: PlainDate | null
  readonly determination: ArtifactReference | null
  readonly servedLetter: ArtifactReference | null
  readonly servedOn: PlainDate | null
  readonly publishedOn: PlainDate | null
  readonly implementedTreatments: readonly string[]
  readonly appeal: { readonly filedOn: PlainDate; readonly ground: 1 | 2 | 3 | 4 | 5 } | null
  /** The order that sent the dispute back, for the next reviewer to see; the last one. */
  readonly remand: {
    readonly remandedOn: PlainDate
    readonly ground: 1 | 2 | 3 | 4 | 5
    readonly wrongFact: string
    readonly proof?: WrongFactProof
  } | null
  /** Determinations that a remand took back, oldest first. */
  readonly earlierDeterminations: readonly {
    readonly issuedOn: PlainDate
    readonly outcome: CaseOutcome
    readonly determination: ArtifactReference
    readonly servedLetter: ArtifactReference
  }[]
}
