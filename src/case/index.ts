export {
  type AssignmentNotice,
  composeAssignmentNotice,
  type OwedDocuments,
} from './assignment-notice.ts'
export { type ClockStarter, clocksStartedBy } from './clocks.ts'
export type {
  CaseCommand,
  CertifiedClock,
  CertifiedClocks,
  CommandOf,
  CommandType,
} from './command.ts'
export { computeFee, type Fee, type FeeKnowledge, type FeeStage } from './compute-fee.ts'
export {
  computePenalty,
  type PenaltyChoices,
  type PenaltyLedger,
  type PenaltyLine,
  penaltyChoicesOf,
  penaltyLedgerOf,
} from './compute-penalty.ts'
export { decide } from './decide.ts'
export type {
  Actor,
  ActorRole,
  Authorization,
  CaseEvent,
  CaseEventType,
  CaseOutcome,
  CopyToParties,
  CorrectedDocument,
  DecidedIssue,
  ListedDocument,
  MissingDocument,
  PageTextsPart,
  PanelOpinion,
  PenaltyFindingKind,
  RationaleSource,
  RecordedEvent,
  ReviewerCredentials,
  ServedRecipient,
  TerminationReason,
  UnpackedFrom,
  WrongFactProof,
} from './event.ts'
export { evolve, foldEvents, initialState, openTreatments } from './evolve.ts'
export type { Decision } from './guards.ts'
export { penaltyFindingTitle } from './money-rules.ts'
export { type NoticeDue, noticesDue } from './notices-due.ts'
export { openClocks } from './open-clocks.ts'
export { outcomeOf } from './outcome.ts'
export { type OwedRecords, owedRecords } from './owed-records.ts'
export type {
  ArtifactStore,
  CaseCounts,
  CaseFilter,
  CaseQuery,
  CaseRow,
  CaseStore,
  Counted,
  DueClock,
  DueDay,
  DueSpan,
  OpenedArtifact,
  ReadingProgress,
  ReadingQueue,
  WaitingFile,
} from './ports.ts'
export { type CaseRefusalCode, caseRefusals } from './refusals.ts'
export {
  computeRetention,
  expectedBy,
  type Retention,
  type RetentionKnowledge,
} from './service-figures.ts'
export type { CaseState, CaseStatus, ClockState, PenaltyFinding } from './state.ts'
export {
  averageTurnAround,
  type Milestone,
  milestoneOf,
  type TurnAround,
  turnAroundOf,
  turnAroundOfMilestones,
} from './turn-around.ts'
export { verifyChain } from './verify-chain.ts'
