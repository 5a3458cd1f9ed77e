import type { Deadline } from '#deadlines'
import type { Instant, PlainDate } from '#foundation'
import type { Application, EligibilityTable, PartyRole } from '#intake'
import type { ArtifactReference } from '#integrity'
import type {
  Actor,
  Authorization,
  CopyToParties,
  CorrectedDocument,
  DecidedIssue,
  ListedDocument,
  MissingDocument,
  PageTextsPart,
  PenaltyFindingKind,
  ReviewerCredentials,
  ServedRecipient,
  TerminationReason,
  UnpackedFrom,
  WrongFactProof,
} from './event.ts'

/** A clock computed beforehand, with the stored certificate of its derivation. */
export type CertifiedClock = {
  readonly deadline: Deadline
  readonly certificate: ArtifactReference
}

/**
 * The clocks that a command starts, by clock id. `clocksStartedBy` says which they are; `decide`
 * computes them again and refuses a command whose clocks are missing, wrong or too many.
 */
export type CertifiedClocks = Readonly<Record<string, CertifiedClock>>

/** Everything that can be asked of a case. Time, ids and stored artifacts arrive as data. */
export type CaseCommand = {
  /** Who asks; the event will carry it. */
  readonly by: Actor
  /** When; its day in California is the day of the event where the command names none. */
  readonly at: Instant
} & (
  | {
      readonly type: 'ReceiveApplication'
      readonly caseNumber: string
      readonly application: Application
      readonly source: ArtifactReference
    }
  /** The case goes to an office or a case manager; what is not named stays. */
  | {
      readonly type: 'PlaceCase'
      readonly office?: string | null
      readonly caseManager?: string | null
    }
  | {
      readonly type: 'RecordEligibility'
      readonly table: EligibilityTable
      readonly artifact: ArtifactReference
    }
  | {
      readonly type: 'RequestInformation'
      readonly from: PartyRole
      readonly what: string
      readonly certificates: CertifiedClocks
    }
  /** The party asked answered in words; papers come by `ReceiveRecord`. */
  | { readonly type: 'AnswerInformation'; readonly from: PartyRole; readonly answer: string }
  /** The Administrative Director found the application eligible; the assignment is owed. */
  | { readonly type: 'ReceiveEligibilityFinding'; readonly certificates: CertifiedClocks }
  /** The finding that no review is opened goes to the parties. */
  | {
      readonly type: 'ServeEligibilityFinding'
      readonly recipients: readonly ServedRecipient[]
      readonly notice: ArtifactReference
      readonly certificates: CertifiedClocks
    }
  /** Notice was served that the dispute over liability is resolved. */
  | {
      readonly type: 'ResolveLiability'
      readonly noticeServedOn: PlainDate
      readonly reason: string
      readonly certificates: CertifiedClocks
    }
  /** The deferred review is asked for again. */
  | {
      readonly type: 'ReopenReview'
      readonly reason: string
      /** Why it is taken up although the time to ask is over. */
      readonly lateBecause?: string
    }
  /** Another open application joins this review. */
  | {
      readonly type: 'TakeInApplication'
      readonly caseId: string
      readonly caseNumber: string
      readonly application: Application
    }
  /** This review joins another one, which has taken its application in. */
  | { readonly type: 'ConsolidateInto'; readonly caseId: string; readonly caseNumber: string }
  /** A document of ours goes to parties. */
  | {
      readonly type: 'SendNotice'
      readonly template: string
      readonly notice: ArtifactReference
      readonly recipients: readonly ServedRecipient[]
    }
  /** A party is asked for more of the record. */
  | {
      readonly type: 'RequestRecords'
      readonly from: PartyRole
      readonly what: string
      readonly records?: readonly MissingDocument[]
      readonly certificates: CertifiedClocks
    }
  /** A document that the record mentions need not be asked for. */
  | { readonly type: 'DismissMissingRecord'; readonly missingId: string; readonly reason: string }
  /** New content of the application: an answer came, or the deferral ended. Eligibility is tested again. */
  | {
      readonly type: 'AmendApplication'
      readonly application: Application
      readonly reason: string
    }
  | {
      readonly type: 'AssignReview'
      readonly noticeMethod: 'mail' | 'electronic'
      readonly notice: ArtifactReference
      readonly certificates: CertifiedClocks
    }
  | {
      readonly type: 'ReceiveRecord'
      readonly documentId: string
      readonly fileName: string
      readonly from: PartyRole
      /** As the file claims them; null where only reading will tell. */
      readonly pages: number | null
      readonly file: ArtifactReference
      /** Where the pages were read at once. */
      readonly pageTexts?: ArtifactReference
      readonly receiptId?: string
      readonly unpackedFrom?: UnpackedFrom
      /** By default the day of the command. */
      readonly receivedOn?: PlainDate
      /** When the sender found it, where it was not sent with the others. */
      readonly foundOn?: PlainDate
    }
  /** The pages of a received file were read. */
  | {
      readonly type: 'RecordReading'
      readonly documentId: string
      readonly pages: number
      readonly pageTexts: readonly PageTextsPart[]
      readonly engine: string
      readonly rendition?: ArtifactReference
      readonly remarks: readonly string[]
    }
  /** A received file cannot be read. */
  | {
      readonly type: 'GiveUpReading'
      readonly documentId: string
      readonly code: string
      readonly because: string
    }
  /** A file that could not be read is to be tried again. */
  | { readonly type: 'RequestReading'; readonly documentId: string }
  /** What came is acknowledged, file by file. */
  | {
      readonly type: 'GiveReceipt'
      readonly receiptId: string
      readonly from: PartyRole
      readonly receipt: ArtifactReference
      readonly received: number
      readonly alreadyThere: number
      readonly refused: number
    }
  /** A person says which documents a file holds. */
  | {
      readonly type: 'CorrectDocuments'
      readonly fileId: string
      readonly documents: readonly CorrectedDocument[]
    }
  | {
      readonly type: 'ListRecords'
      readonly documents: readonly ListedDocument[]
      readonly ledger: ArtifactReference
    }
  | {
      readonly type: 'CompleteRecords'
      /** Needed where nothing but the utilization review decision is there. */
      readonly reason?: string
      readonly certificates: CertifiedClocks
    }
  | {
      readonly type: 'RecordFacts'
      readonly facts: ArtifactReference
      readonly count: number
      readonly finder: string
    }
  | {
      readonly type: 'ReviewFacts'
      readonly confirmed: readonly string[]
      readonly rejected: readonly string[]
    }
  | {
      readonly type: 'RecordAssessment'
      readonly treatmentId: string
      readonly pack: string
      readonly packSha256: string
      readonly result: 'met' | 'not-met' | 'not-documented' | 'conflicting'
      readonly assessment: ArtifactReference
    }
  | {
      readonly type: 'SelectReviewer'
      readonly reviewerId: string
      readonly reasons: readonly string[]
      readonly conflictCertificate: ArtifactReference
    }
  | {
      readonly type: 'AttestReviewer'
      readonly reviewerId: string
      readonly credentials: ReviewerCredentials
      readonly statements: readonly string[]
    }
  | { readonly type: 'ReleaseReviewer'; readonly reviewerId: string; readonly reason: string }
  | { readonly type: 'WriteCaseSummary'; readonly text: string }
  | { readonly type: 'DecideIssue'; readonly issue: Omit<DecidedIssue, 'decidedAt'> }
  | { readonly type: 'SubmitDraft'; readonly draft: ArtifactReference }
  | { readonly type: 'ReturnDraft'; readonly reasons: readonly string[] }
  | {
      readonly type: 'PassQuality'
      readonly overrides: readonly { readonly finding: string; readonly reason: string }[]
    }
  | {
      readonly type: 'IssueDetermination'
      readonly determination: ArtifactReference
      readonly servedLetter: ArtifactReference
    }
  | {
      readonly type: 'ServeDetermination'
      readonly recipients: readonly ServedRecipient[]
      readonly proof: ArtifactReference
      /** Needed where the day of service is not the day of issue. */
      readonly letter?: ArtifactReference
      readonly certificates: CertifiedClocks
    }
  | {
      readonly type: 'PublishDetermination'
      readonly letter: ArtifactReference
      readonly text: ArtifactReference
    }
  | {
      readonly type: 'ImplementDetermination'
      readonly treatmentId: string
      readonly implementedOn: PlainDate
    }
  | { readonly type: 'FileAppeal'; readonly filedOn: PlainDate; readonly ground: 1 | 2 | 3 | 4 | 5 }
  | {
      readonly type: 'AffirmDetermination'
      readonly affirmedOn: PlainDate
      readonly certificates: CertifiedClocks
    }
  | {
      readonly type: 'RemandDetermination'
      readonly remandedOn: PlainDate
      readonly ground: 1 | 2 | 3 | 4 | 5
      readonly wrongFact: string
      /** Needed on ground 5: the page of the record that proves the fact wrong. */
      readonly proof?: WrongFactProof
      readonly certificates: CertifiedClocks
    }
  | {
      readonly type: 'TerminateTreatment'
      readonly treatmentId: string
      readonly reason: TerminationReason
      readonly terminatedOn: PlainDate
      /** Only where it was authorized: starts and ends W1. */
      readonly authorization?: Authorization
      readonly certificates?: CertifiedClocks
    }
  | {
      readonly type: 'TerminateReview'
      readonly reason: TerminationReason
      readonly terminatedOn: PlainDate
      readonly authorization?: Authorization
      readonly certificates?: CertifiedClocks
    }
  /** The Administrative Director gave more days to decide. */
  | {
      readonly type: 'ExtendDecision'
      readonly days: number
      readonly approval: string
      readonly approvedOn: PlainDate
      readonly reason: string
      readonly certificates: CertifiedClocks
    }
  /** What shows that the parties have a copy of a file of the claims administrator, or that nothing does. */
  | {
      readonly type: 'NoteCopyToParties'
      readonly documentId: string
      readonly copy: CopyToParties
      readonly certificates: CertifiedClocks
    }
  /** A person found what no event shows of penalties, or takes back what was found. */
  | {
      readonly type: 'NotePenaltyFinding'
      readonly kind: PenaltyFindingKind
      readonly finding: string
      readonly stands: boolean
      readonly because: string
    }
  /** The claims administrator is billed. A person gives the amount where the schedule has none. */
  | {
      readonly type: 'InvoiceFee'
      readonly amount?: { readonly dollars: number; readonly because: string }
      readonly certificates: CertifiedClocks
    }
  | { readonly type: 'RecordFeePayment'; readonly paidOn: PlainDate }
  | {
      readonly type: 'ConvertPriority'
      readonly to: 'standard' | 'expedited'
      readonly reason: string
      readonly certificates: CertifiedClocks
    }
  /** The sweeper found the clock past its end. */
  | { readonly type: 'RunOutClock'; readonly clock: string }
)

export type CommandType = CaseCommand['type']

/** A command of one type. */
export type CommandOf<Type extends CommandType> = Extract<CaseCommand, { readonly type: Type }>
