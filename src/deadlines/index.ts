export type {
  ClockId,
  ClockStart,
  Deadline,
  DeadlineRequest,
  DeadlineStep,
  Due,
  RuleSetId,
  ServiceMethod,
  ServicePlace,
} from './deadline.ts'
