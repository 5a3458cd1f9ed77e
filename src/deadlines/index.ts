export { type ClosedDay, closedDays } from './closed-days.ts'
export { computeDeadline } from './compute-deadline.ts'
export type {
  ClockId,
  ClockStart,
  Deadline,
  DeadlineAlternative,
  DeadlineRequest,
  DeadlineStep,
  Due,
  RuleSetId,
  ServiceMethod,
  ServicePlace,
} from './deadline.ts'
export {
  certifyDeadline,
  type DeadlineCertificate,
  verifyDeadlineCertificate,
} from './deadline-certificate.ts'
export { explainCounting, explainDeadline, sayDue } from './explain-deadline.ts'
export { parsePacificInstant, sayInstant } from './pacific-time.ts'
export { parseDeadlineRequest } from './parse-deadline-request.ts'
export { type DeadlinesRefusalCode, deadlinesRefusals } from './refusals.ts'
export {
  allCalendars,
  allRuleSets,
  type Calendar,
  type ClockRule,
  findCalendar,
  findClock,
  getRuleSet,
  type RuleSet,
  ruleSetFor,
} from './rules.ts'
