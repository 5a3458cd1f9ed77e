export type {
  Actor,
  ActorRole,
  CaseEvent,
  CaseEventType,
  CaseOutcome,
  DecidedIssue,
  ListedDocument,
  RationaleSource,
  RecordedEvent,
  ReviewerCredentials,
  ServedRecipient,
  TerminationReason,
} from './event.ts'
export type { ArtifactStore, CaseQuery, CaseRow, CaseStore, DueClock } from './ports.ts'
export type { CaseState, CaseStatus, ClockState } from './state.ts'
