import type { RefusalCatalogue } from '#foundation'

export type DeadlinesRefusalCode =
  | 'deadline-request-not-readable'
  | 'unknown-field'
  | 'clock-not-known'
  | 'clock-not-in-rules'
  | 'clock-without-length'
  | 'rules-not-known'
  | 'no-rules-on-that-day'
  | 'calendar-not-known'
  | 'day-outside-calendar'
  | 'date-does-not-exist'
  | 'instant-does-not-exist'
  | 'start-missing'
  | 'instant-needed'
  | 'service-not-covered'
  | 'extension-not-allowed'

/** What the room of deadlines will not compute, and what to do about it. */
export const deadlinesRefusals: Readonly<Record<DeadlinesRefusalCode, RefusalCatalogue[string]>> = {
  'deadline-request-not-readable': {
    authority: 'OpenIMR contract of `openimr deadline`',
    next: 'Send an object with clock and start; see `openimr deadline --help`.',
  },
  'unknown-field': {
    authority: 'OpenIMR contract of `openimr deadline`',
    next: 'Remove the field or correct its name.',
  },
  'clock-not-known': {
    authority: 'OpenIMR rule sets under rules/clocks',
    next: 'Use the id of a clock in rules/clocks, for example F1, R1 or D1.',
  },
  'clock-not-in-rules': {
    authority: 'OpenIMR rule sets under rules/clocks',
    next: 'Name a rule set that was in force on the governing date and has this clock.',
  },
  'clock-without-length': {
    authority: 'OpenIMR rule sets under rules/clocks',
    next: 'Nothing is to be computed: the sources give no number of days.',
  },
  'rules-not-known': {
    authority: 'OpenIMR rule sets under rules/clocks',
    next: 'Use CA-WC-2013E, CA-WC-2014, CA-WC-2018 or CA-WC-2026, or leave rules out.',
  },
  'no-rules-on-that-day': {
    authority: 'SB 863 (2012): independent medical review exists from January 1, 2013',
    next: 'Check the year of the date; name a rule set if the date is meant.',
  },
  'calendar-not-known': {
    authority: 'OpenIMR calendars under rules/calendars',
    next: 'Use gov-6700, calhr or ccp-135, or leave calendar out.',
  },
  'day-outside-calendar': {
    authority: 'OpenIMR calendars under rules/calendars',
    next: 'Check the year; holidays are known for 2013 to 2035 only.',
  },
  'date-does-not-exist': {
    authority: 'Gregorian calendar',
    next: 'Write the day as YYYY-MM-DD, as it stands on the document.',
  },
  'instant-does-not-exist': {
    authority: 'ISO 8601; Pacific time where no zone is written',
    next: 'Write the instant as 2026-11-20T17:31:00-08:00, or without zone for Pacific time.',
  },
  'start-missing': {
    authority: 'OpenIMR contract of `openimr deadline`',
    next: 'Give start.on (a day) or start.at (an instant), one of the two.',
  },
  'instant-needed': {
    authority: 'Clocks of hours run from an hour, not from a day',
    next: 'Give start.at with the hour at which the clock began.',
  },
  'extension-not-allowed': {
    authority: 'Labor Code 4610.6(d)(2); OpenIMR rule sets under rules/clocks',
    next: 'Extend a clock of the decision by no more days than the rule set allows.',
  },
  'service-not-covered': {
    authority: 'OpenIMR rule sets under rules/clocks',
    next: 'Give the way of service that the rule knows.',
  },
}
