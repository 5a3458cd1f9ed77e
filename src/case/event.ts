import type { Deadline } from '#deadlines'
import type { Instant, NonEmpty, PartialDate, PlainDate } from '#foundation'
import type { Guideline } from '#guidelines'
import type { Application, DisputedTreatment, EligibilityTable, PartyRole } from '#intake'
import type { ArtifactReference } from '#integrity'

/** Who acted. A reviewer is named by an id only; the name stays in the reviewer register. */
export type Actor =
  | { readonly kind: 'person'; readonly userId: string; readonly role: ActorRole }
  | { readonly kind: 'system'; readonly name: string }

export type ActorRole =
  | 'case-manager'
  | 'reviewer'
  | 'quality'
  | 'claims-administrator'
  | 'employee'
  | 'administrator'

/** The closed vocabulary: everything that can have happened to a case. */
export type CaseEvent =
  /** An application for review came in and was readable. */
  | {
      readonly type: 'ApplicationReceived'
      readonly caseNumber: string
      readonly application: Application
      readonly source: ArtifactReference
    }
  /** Who of the organization carries the case, and at which of its offices; null: nobody, none. */
  | {
      readonly type: 'CasePlaced'
      readonly office: string | null
      /** The account of the case manager. */
      readonly caseManager: string | null
    }
  /** The eligibility table was gone through; the verdict moves the case. */
  | {
      readonly type: 'EligibilityTested'
      readonly table: EligibilityTable
      readonly artifact: ArtifactReference
      readonly testedOn: PlainDate
    }
  /** A party was asked for what an eligibility test lacks. */
  | {
      readonly type: 'InformationRequested'
      readonly from: PartyRole
      readonly what: string
      readonly requestedOn: PlainDate
    }
  /** A party answered the question; eligibility is tested again. The application stays as it was. */
  | {
      readonly type: 'InformationAnswered'
      readonly from: PartyRole
      readonly answer: string
      readonly answeredOn: PlainDate
    }
  /** The Administrative Director's finding of eligibility came; the notice is owed (9792.10.4(b)). */
  | { readonly type: 'EligibilityFindingReceived'; readonly receivedOn: PlainDate }
  /** The finding that the review is not opened was served; the time to petition runs (10575). */
  | {
      readonly type: 'EligibilityFindingServed'
      readonly servedOn: PlainDate
      readonly recipients: NonEmpty<ServedRecipient>
      readonly notice: ArtifactReference
    }
  /** Notice was served that the dispute over liability is resolved: the time to ask runs (4610.5(h)(2)). */
  | {
      readonly type: 'LiabilityResolved'
      readonly noticeServedOn: PlainDate
      readonly reason: string
    }
  /** A deferred review was taken up again; eligibility is tested again. */
  | { readonly type: 'ReviewReopened'; readonly reopenedOn: PlainDate; readonly reason: string }
  /** Another application of the same employee, physician and injury joined this review (9792.10.4(a)). */
  | {
      readonly type: 'ApplicationTakenIn'
      readonly fromCaseId: string
      readonly fromCaseNumber: string
      /** With the ids that they have here. */
      readonly treatments: NonEmpty<DisputedTreatment>
      readonly takenInOn: PlainDate
    }
  /** This review joined another one and goes on there; it gets no determination of its own. */
  | {
      readonly type: 'ConsolidatedInto'
      readonly caseId: string
      readonly caseNumber: string
      readonly consolidatedOn: PlainDate
    }
  /** A document of ours went to parties: which template, to whom. */
  | {
      readonly type: 'NoticeSent'
      readonly template: string
      readonly notice: ArtifactReference
      readonly recipients: NonEmpty<ServedRecipient>
      readonly sentOn: PlainDate
    }
  /** A party was asked for more of the record (9792.10.5(d)). */
  | {
      readonly type: 'RecordsRequested'
      readonly from: PartyRole
      readonly what: string
      readonly requestedOn: PlainDate
      /** Documents that the record mentions and does not hold, where they are what is asked. */
      readonly records?: NonEmpty<MissingDocument>
    }
  /** A person found that a document need not be asked for, though the record mentions it. */
  | {
      readonly type: 'MissingRecordDismissed'
      readonly missingId: string
      readonly reason: string
      readonly dismissedOn: PlainDate
    }
  /** A party answered, or the missing part of the application came. */
  | {
      readonly type: 'ApplicationAmended'
      readonly application: Application
      readonly amendedOn: PlainDate
      readonly reason: string
    }
  /** The review was opened and the parties were told what to send by when (9792.10.4). */
  | {
      readonly type: 'ReviewAssigned'
      readonly assignedOn: PlainDate
      readonly noticeMethod: 'mail' | 'electronic'
      readonly notice: ArtifactReference
    }
  /** A clock began to run; its derivation is the certificate. */
  | {
      readonly type: 'ClockStarted'
      readonly clock: string
      readonly deadline: Deadline
      readonly certificate: ArtifactReference
    }
  /** What the clock asked for was done. */
  | { readonly type: 'ClockStopped'; readonly clock: string; readonly stoppedOn: PlainDate }
  /** The clock ran out before that. */
  | { readonly type: 'ClockRanOut'; readonly clock: string; readonly ranOutOn: PlainDate }
  /** A file of the record was received and stored; its bytes are durable from here on. */
  | {
      readonly type: 'RecordReceived'
      readonly documentId: string
      readonly fileName: string
      readonly from: PartyRole
      readonly receivedOn: PlainDate
      /** When the sender found it, where it was not sent with the others (Labor Code 4610.5(m)). */
      readonly foundOn?: PlainDate
      /** As the file claims them on receipt; null where only reading will tell. */
      readonly pages: number | null
      readonly file: ArtifactReference
      /** Where the pages were read at once; else `RecordRead` follows, or `RecordNotRead`. */
      readonly pageTexts?: ArtifactReference
      /** The receipt that acknowledged it, one for all files that came together. */
      readonly receiptId?: string
      /** The archive or message that it came in, and its place there. */
      readonly unpackedFrom?: UnpackedFrom
    }
  /** The pages of a received file were read: text with places, by text layer or from the picture. */
  | {
      readonly type: 'RecordRead'
      readonly documentId: string
      readonly pages: number
      /** The readings in the order of the pages, without gap. */
      readonly pageTexts: NonEmpty<PageTextsPart>
      readonly engine: string
      /** The PDF that shows the file page by page, where the file itself is none. */
      readonly rendition?: ArtifactReference
      /** What was odd about the file. */
      readonly remarks: readonly string[]
    }
  /** Reading was given up: the file is kept, and somebody has to look at it. */
  | {
      readonly type: 'RecordNotRead'
      readonly documentId: string
      /** The refusal of the engine: `pdf-needs-password`, `pdf-damaged`, … */
      readonly code: string
      readonly because: string
    }
  /** A person had a file read again that could not be read: it waits anew. */
  | { readonly type: 'ReadingRequested'; readonly documentId: string }
  /** What came was acknowledged, file by file: taken, there already, or refused and why. */
  | {
      readonly type: 'ReceiptGiven'
      readonly receiptId: string
      readonly from: PartyRole
      readonly receipt: ArtifactReference
      readonly received: number
      readonly alreadyThere: number
      readonly refused: number
    }
  /** A person corrected which documents a file holds; their list stands instead of the proposal. */
  | {
      readonly type: 'DocumentsCorrected'
      readonly fileId: string
      readonly documents: NonEmpty<CorrectedDocument>
    }
  /** Documents with author, date and pages were identified in the files: the records list. */
  | {
      readonly type: 'RecordsListed'
      readonly documents: NonEmpty<ListedDocument>
      readonly ledger: ArtifactReference
    }
  /** A person found that the file is complete; the clock of the decision starts. */
  | {
      readonly type: 'RecordsCompleted'
      readonly completedOn: PlainDate
      /** Why the file is taken as complete although something owed never came (9792.10.6(b)(2)). */
      readonly reason?: string
    }
  /** Statements were found in the record, each with page and span. They are proposals. */
  | {
      readonly type: 'FactsFound'
      readonly facts: ArtifactReference
      readonly count: number
      readonly finder: string
    }
  /** A physician confirmed or rejected proposed facts. */
  | {
      readonly type: 'FactsReviewed'
      readonly confirmed: readonly string[]
      readonly rejected: readonly string[]
    }
  /** A guideline's criteria were applied to the facts, for one treatment. A suggestion, never a decision. */
  | {
      readonly type: 'CriteriaAssessed'
      readonly treatmentId: string
      readonly pack: string
      readonly packSha256: string
      readonly result: 'met' | 'not-met' | 'not-documented' | 'conflicting'
      readonly assessment: ArtifactReference
    }
  /** A reviewer without ties was proposed; the certificate says who was compared with whom. */
  | {
      readonly type: 'ReviewerSelected'
      readonly reviewerId: string
      readonly reasons: readonly string[]
      readonly conflictCertificate: ArtifactReference
    }
  /** The reviewer attested credentials, practice and absence of ties for this case. */
  | {
      readonly type: 'ReviewerAttested'
      readonly reviewerId: string
      readonly credentials: ReviewerCredentials
      readonly statements: readonly string[]
      readonly attestedAt: Instant
    }
  /** The reviewer declined or was removed. */
  | { readonly type: 'ReviewerReleased'; readonly reviewerId: string; readonly reason: string }
  /** The reviewer wrote the clinical case summary. */
  | { readonly type: 'CaseSummaryWritten'; readonly text: string }
  /** The physician decided one disputed treatment, with reasons. */
  | { readonly type: 'IssueDecided'; readonly issue: DecidedIssue }
  /** The reviewer gave the draft to the quality reader. */
  | { readonly type: 'DraftSubmitted'; readonly draft: ArtifactReference }
  /** The quality reader sent the draft back. */
  | { readonly type: 'DraftReturned'; readonly reasons: NonEmpty<string> }
  /** The quality reader let the draft pass; overridden findings carry a reason. */
  | {
      readonly type: 'QualityPassed'
      readonly overrides: readonly { readonly finding: string; readonly reason: string }[]
    }
  /** The reviewer signed and the determination was issued. */
  | {
      readonly type: 'DeterminationIssued'
      readonly issuedOn: PlainDate
      readonly outcome: CaseOutcome
      readonly determination: ArtifactReference
      readonly servedLetter: ArtifactReference
    }
  /** The letter went to the parties. */
  | {
      readonly type: 'DeterminationServed'
      readonly servedOn: PlainDate
      readonly recipients: NonEmpty<ServedRecipient>
      readonly proof: ArtifactReference
      /** The letter that went out, where service is later than issue: its days count from service. */
      readonly letter?: ArtifactReference
    }
  /** The copy without names went to the public collection. */
  | {
      readonly type: 'DeterminationPublished'
      readonly publishedOn: PlainDate
      readonly letter: ArtifactReference
      readonly text: ArtifactReference
    }
  /** The claims administrator authorized or paid what was overturned. */
  | {
      readonly type: 'DeterminationImplemented'
      readonly treatmentId: string
      readonly implementedOn: PlainDate
    }
  /** A petition against the determination was filed with the Appeals Board. */
  | {
      readonly type: 'AppealFiled'
      readonly filedOn: PlainDate
      readonly ground: 1 | 2 | 3 | 4 | 5
    }
  /** The determination was left standing. */
  | { readonly type: 'DeterminationAffirmed'; readonly affirmedOn: PlainDate }
  /** The Board sent the dispute back to another reviewer. */
  | {
      readonly type: 'DeterminationRemanded'
      readonly remandedOn: PlainDate
      readonly ground: 1 | 2 | 3 | 4 | 5
      readonly wrongFact: string
      /** The page of the record that proves it wrong. */
      readonly proof?: WrongFactProof
      readonly blockedReviewerId: string
    }
  /** One treatment left the dispute. */
  | {
      readonly type: 'TreatmentTerminated'
      readonly treatmentId: string
      readonly reason: TerminationReason
      readonly terminatedOn: PlainDate
      /** Where it was authorized and the days are known. */
      readonly authorization?: Authorization
    }
  /** The whole review ended without a determination. */
  | {
      readonly type: 'ReviewTerminated'
      readonly reason: TerminationReason
      readonly terminatedOn: PlainDate
      /** Where it was authorized as a whole and the days are known. */
      readonly authorization?: Authorization
    }
  /** The Administrative Director approved more days for the decision (Labor Code 4610.6(d)(2)). */
  | {
      readonly type: 'DecisionExtended'
      readonly clock: string
      readonly days: number
      /** Number or date of the approval, as the Director gave it. */
      readonly approval: string
      readonly approvedOn: PlainDate
      readonly reason: string
      readonly extendedOn: PlainDate
    }
  /** It was noted whether the parties got a copy of a file that the claims administrator sent. */
  | {
      readonly type: 'CopyToPartiesNoted'
      readonly documentId: string
      readonly copy: CopyToParties
      readonly notedOn: PlainDate
    }
  /** A person found a breach or a ground of mitigation that no event shows, or took it back. */
  | {
      readonly type: 'PenaltyFindingNoted'
      readonly kind: PenaltyFindingKind
      /** Id of the finding or ground under `rules/penalties`. */
      readonly finding: string
      readonly stands: boolean
      readonly because: string
      readonly notedOn: PlainDate
    }
  /** The claims administrator was sent the invoice for the review (9792.10.8). */
  | {
      readonly type: 'FeeInvoiced'
      readonly dollars: number
      /** The schedule gave the amount, or a person found it and said where. */
      readonly amountBy: 'schedule' | 'person'
      readonly because: string
      readonly verified: boolean
      readonly invoicedOn: PlainDate
    }
  /** The invoice was paid. */
  | { readonly type: 'FeePaid'; readonly paidOn: PlainDate }
  /** Regular became expedited or the other way round. */
  | {
      readonly type: 'PriorityConverted'
      readonly to: 'standard' | 'expedited'
      readonly reason: string
      readonly convertedOn: PlainDate
    }

/** Where the record says otherwise than the determination (LC 4610.6(h)(5)). */
export type WrongFactProof = {
  /** The received file. */
  readonly documentId: string
  readonly page: number
}

/** By when an authorization was told (9792.10.6(a); Labor Code 4610.5(g)). */
export type Authorization = {
  readonly authorizedOn: PlainDate
  /** The day on which the review organization was told. */
  readonly toldOn: PlainDate
}

/** Whether the claims administrator gave the parties what it sent to us (Labor Code 4610.5(l), (o)). */
export type CopyToParties =
  | { readonly kind: 'proved'; readonly copiedOn: PlainDate; readonly proof: string }
  | { readonly kind: 'absent'; readonly because: string }

/** A breach brings an amount (8 CCR 9792.12); mitigation lowers amounts (9792.13). */
export type PenaltyFindingKind = 'breach' | 'mitigation'

export type CaseEventType = CaseEvent['type']

export type TerminationReason = 'authorized' | 'withdrawn' | 'settled'

export type CaseOutcome = 'uphold' | 'overturn' | 'partially-overturn'

/** A document that the record mentions and does not hold. */
export type MissingDocument = {
  /** The same for the same document, whatever else is found later. */
  readonly missingId: string
  readonly kind: string
  /** In the words of the record. */
  readonly what: string
  readonly date: PartialDate
  /** Last day, where the record mentions documents of a time. */
  readonly through?: PartialDate
}

/** Where a file lay in what was sent. */
export type UnpackedFrom = {
  readonly sha256: string
  readonly fileName: string
  /** Its path or place inside. */
  readonly path: string
}

/** The readings of a run of pages, kept together. */
export type PageTextsPart = {
  readonly first: number
  readonly last: number
  readonly artifact: ArtifactReference
}

/** A document as a person says it is; pages are of the file, counted from 1. */
export type CorrectedDocument = {
  readonly kind: string
  readonly title: string
  readonly author?: string
  readonly specialty?: string
  /** Of the service or study where the document says it, else of the report. */
  readonly date?: PlainDate
  readonly dateOfService?: PlainDate
  readonly dateOfReport?: PlainDate
  readonly pages: { readonly first: number; readonly last: number }
}

/** One line of the letter's list of documents reviewed. */
export type ListedDocument = {
  readonly documentId: string
  /** The received file it lies in, where it is not the file itself. */
  readonly fileId?: string
  readonly title: string
  readonly kind: string
  readonly author?: string
  readonly date?: PlainDate
  /** First and last page in the file, counted from 1. */
  readonly pages: { readonly first: number; readonly last: number }
}

/** What may be said about a reviewer outside the organization: never a name. */
export type ReviewerCredentials = {
  readonly licensure: NonEmpty<string>
  readonly specialties: NonEmpty<string>
  /** Said with them: same or similar specialty, practice of five years, 24 hours a week. */
  readonly yearsInPractice: number
  readonly hoursPerWeek: number
}

export type DecidedIssue = {
  readonly treatmentId: string
  readonly decision: 'upheld' | 'overturned'
  readonly claimsAdministratorGuideline: Guideline
  readonly reviewOrganizationGuideline: Guideline
  readonly rationale: string
  /** Where several reviewers decided: each vote, and with its analysis. Ids only, never a name. */
  readonly panel?: NonEmpty<PanelOpinion>
  /** Why no guideline is named, where the treatment is not contingent and none is cited. */
  readonly noGuidelineBecause?: string
  /** Sources of the rationale's statements: pages of the record, proofs of absence, editions. */
  readonly sources: readonly RationaleSource[]
  readonly decidedAt: Instant
}

/** One reviewer's opinion where a program asks for several (handbook, law 4.3 and 8). */
export type PanelOpinion = {
  readonly reviewerId: string
  readonly decision: 'upheld' | 'overturned'
  readonly analysis: string
}

export type RationaleSource =
  | {
      readonly kind: 'record'
      readonly says: string
      readonly documentId: string
      readonly sha256: string
      readonly page: number
      readonly start: number
      readonly end: number
      readonly quote: string
    }
  | {
      readonly kind: 'absence'
      readonly says: string
      readonly searched: {
        readonly terms: readonly string[]
        readonly pages: number
        readonly documents: readonly string[]
      }
    }
  | { readonly kind: 'guideline'; readonly says: string; readonly citation: string }

export type ServedRecipient = {
  readonly role: PartyRole
  readonly name: string
  readonly method: 'mail' | 'electronic' | 'fax' | 'personal'
  readonly address: string
}

/** An event as it lies in the ledger: numbered, timed, attributed, chained. */
export type RecordedEvent = {
  readonly caseId: string
  /** 1, 2, 3 … without gaps. */
  readonly version: number
  readonly at: Instant
  readonly by: Actor
  readonly event: CaseEvent
  readonly previousHash: string
  /** linkHash(previousHash, {caseId, version, at, by, event}) */
  readonly hash: string
}
