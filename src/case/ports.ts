import type { Instant, PlainDate, Result } from '#foundation'
import type { ProgramId } from '#intake'
import type { ArtifactKind, ArtifactReference } from '#integrity'
import type { Actor, CaseEvent, CaseOutcome, PageTextsPart, RecordedEvent } from './event.ts'
import type { CaseStatus } from './state.ts'
import type { Milestone } from './turn-around.ts'

/** One line of the case list, kept in the same transaction as the events. */
export type CaseRow = {
  readonly caseId: string
  readonly caseNumber: string
  readonly version: number
  readonly status: CaseStatus
  readonly priority: 'standard' | 'expedited'
  readonly employeeName: string
  readonly employerName: string
  readonly claimsAdministrator: string
  readonly claimNumber: string
  readonly dateOfInjury: PlainDate
  readonly receivedOn: PlainDate
  readonly treatments: readonly string[]
  /** The State's categories of the treatments that are still in dispute, each once. */
  readonly categories: readonly string[]
  readonly program: ProgramId
  /** Who of the organization carries the case; inside the organization only. */
  readonly office: string | null
  readonly caseManager: string | null
  readonly outcome: CaseOutcome | null
  readonly issuedOn: PlainDate | null
  readonly publishedOn: PlainDate | null
  /** Whom the case is assigned to; never leaves the organization. */
  readonly reviewerId: string | null
  /** The clock that ends first, of those that run or are overdue (`openClocks`). */
  readonly nextClock: { readonly clock: string; readonly due: string } | null
}

/** What must hold of one and the same open clock of a case. */
export type DueSpan = {
  readonly clock?: string
  /** The days, in California, between which it ends; both included. */
  readonly from?: PlainDate
  readonly to?: PlainDate
  /** It is a duty whose time is over at this instant. */
  readonly overdueAt?: Instant
}

/** Which cases are meant; everything named must hold. */
export type CaseFilter = {
  readonly status?: readonly CaseStatus[]
  /** Words that begin some word of number, names, claim or treatments. */
  readonly text?: string
  readonly priority?: 'standard' | 'expedited'
  readonly program?: ProgramId
  /** A treatment in dispute is of this category of the State. */
  readonly category?: string
  /** Null: of no office; nobody's. */
  readonly office?: string | null
  readonly caseManager?: string | null
  readonly due?: DueSpan
  readonly reviewerId?: string
  /** Cases whose claims administrator is this company. */
  readonly claimsAdministrator?: string
  /** Cases that this user was given access to as employee or representative. */
  readonly caseIds?: readonly string[]
  readonly published?: boolean
}

export type CaseQuery = CaseFilter & {
  /** Ordered by the clock that ends first, then by case number. */
  readonly limit: number
  readonly offset: number
}

/** A value of a filter, and how many cases have it. */
export type Counted<Value> = { readonly value: Value; readonly count: number }

/**
 * How many cases each value of a filter would leave, with all other filters as they are. Values
 * that no case has are left out.
 */
export type CaseCounts = {
  readonly status: readonly Counted<CaseStatus>[]
  readonly priority: readonly Counted<'standard' | 'expedited'>[]
  readonly program: readonly Counted<ProgramId>[]
  readonly category: readonly Counted<string>[]
  readonly office: readonly Counted<string | null>[]
  readonly caseManager: readonly Counted<string | null>[]
  readonly clock: readonly Counted<string>[]
  /** For each span asked for, in its order. */
  readonly due: readonly number[]
}

/** Open clocks of one kind that end on one day in California. */
export type DueDay = {
  readonly on: PlainDate
  readonly clock: string
  readonly nature: 'duty' | 'right'
  readonly count: number
  /** How many of them are duties whose time is over. */
  readonly overdue: number
}

/** A clock that has run out and that no event has answered yet. */
export type DueClock = { readonly caseId: string; readonly clock: string; readonly due: string }

/**
 * The ledger of cases. Every engine keeps the same contract (tests/contracts/case-store.ts):
 * events and the case row are written in one transaction; a version taken by someone else is a
 * refusal (`case-changed-meanwhile`), and nothing is written; what was acknowledged stays.
 */
export type CaseStore = {
  append(request: {
    readonly caseId: string
    /** Version the decision was made on; 0 for a new case. */
    readonly expectedVersion: number
    readonly at: Instant
    readonly by: Actor
    readonly events: readonly CaseEvent[]
  }): Promise<Result<{ readonly version: number; readonly hash: string }>>
  /** Events in order; empty for an unknown case. */
  load(caseId: string): Promise<readonly RecordedEvent[]>
  row(caseId: string): Promise<CaseRow | null>
  rowByNumber(caseNumber: string): Promise<CaseRow | null>
  /**
   * One page of the queue. `total` counts to 10,000 or to the end of the page, whichever is more;
   * `more` says that there are more than that.
   */
  list(query: CaseQuery): Promise<{
    readonly rows: readonly CaseRow[]
    readonly total: number
    readonly more: boolean
  }>
  /** Exact, however many; `spans` are counted with the filter's clock and without its days. */
  count(filter: CaseFilter, spans: readonly Omit<DueSpan, 'clock'>[]): Promise<CaseCounts>
  /** What ends between two days, both included, in order of day and clock. */
  dueDays(
    filter: Omit<CaseFilter, 'due'>,
    range: { readonly from: PlainDate; readonly to: PlainDate; readonly now: Instant },
  ): Promise<readonly DueDay[]>
  /**
   * For the figures: what happened when to each case whose determination was served between two
   * days, both included; cases of one history are counted together.
   */
  servedHistories(period: {
    readonly from: PlainDate
    readonly to: PlainDate
  }): Promise<readonly { readonly milestones: readonly Milestone[]; readonly cases: number }[]>
  /** The next case number of a year, never given twice: `CM26-0000001`. */
  nextCaseNumber(year: number): Promise<string>
  /** Claims up to `limit` clocks due before `now`; each is given to one caller only for `leaseSeconds`. */
  claimDueClocks(request: {
    readonly now: Instant
    readonly limit: number
    readonly leaseSeconds: number
  }): Promise<readonly DueClock[]>
  /** Makes all rows anew from the events; the rows are the same afterwards. */
  rebuild(): Promise<{ readonly cases: number; readonly events: number }>
}

/** A received file that nobody has read yet, given to one reader for the time of a lease. */
export type WaitingFile = {
  readonly caseId: string
  readonly documentId: string
  /** 1 for the first; a reader that died leaves the next number to the next one. */
  readonly attempt: number
  /** Parts that an earlier attempt stored: the reading goes on after them. */
  readonly parts: readonly PageTextsPart[]
}

/** How far the reading of a file has come. */
export type ReadingProgress = {
  readonly documentId: string
  readonly stage: 'waiting' | 'preparing' | 'reading'
  readonly pagesDone: number
  readonly pages: number | null
  readonly attempts: number
  readonly updatedAt: Instant
}

/**
 * The files that wait to be read: rows written in the transaction of the events that make a file
 * wait or end its waiting, so that no file is forgotten and none is read twice at once.
 */
export type ReadingQueue = {
  /** Claims up to `limit` files, the longest waiting first; each is one reader's for the lease. */
  claim(request: {
    readonly now: Instant
    readonly limit: number
    readonly leaseSeconds: number
  }): Promise<readonly WaitingFile[]>
  /**
   * Says how far the reader is and prolongs its lease; false where the file is no longer its own.
   * Parts named here are kept for a later attempt.
   */
  report(request: {
    readonly caseId: string
    readonly documentId: string
    readonly attempt: number
    readonly now: Instant
    readonly leaseSeconds: number
    readonly stage: 'preparing' | 'reading'
    readonly pagesDone: number
    readonly pages: number | null
    readonly part?: PageTextsPart
  }): Promise<boolean>
  /**
   * Gives the file back, to be claimed again not before `notBefore`; `blameless`: this attempt does
   * not count.
   */
  release(request: {
    readonly caseId: string
    readonly documentId: string
    readonly attempt: number
    readonly notBefore: Instant
    readonly blameless?: true
  }): Promise<void>
  /** Of the files of a case that wait. */
  progress(caseId: string): Promise<readonly ReadingProgress[]>
}

/** An artifact as a file of this machine, for engines that read from the disk. */
export type OpenedArtifact = {
  readonly path: string
  readonly bytes: number
  /** The file may go again; every opening is released once. */
  release(): Promise<void>
}

/**
 * Content-addressed bytes; durable before `put` and `putFile` answer. Every engine keeps the same
 * contract (tests/contracts/artifact-store.ts).
 */
export type ArtifactStore = {
  put(content: Uint8Array, kind: ArtifactKind, mediaType: string): Promise<ArtifactReference>
  /**
   * Stores a file without loading it. Nobody writes to the file any more: the store may share its
   * bytes; removing it afterwards is the caller's.
   */
  putFile(path: string, kind: ArtifactKind, mediaType: string): Promise<ArtifactReference>
  /** The bytes, verified against their hash; null if they were never stored. */
  get(sha256: string): Promise<Uint8Array | null>
  /**
   * The bytes as a file, verified once in a process as long as the file stays as it is; null if
   * they were never stored.
   */
  openFile(sha256: string): Promise<OpenedArtifact | null>
}
