import type { Instant, PlainDate } from '#foundation'

/** Ids of the clocks of the handbook's tables: F1 file, R1 records by mail, D1 decide, … */
export type ClockId = string

/** Ids of the dated rule sets under `rules/clocks/`. */
export type RuleSetId =
  | 'CA-WC-2013E'
  | 'CA-WC-2014'
  | 'CA-WC-2018'
  | 'CA-WC-2026'
  | 'CA-DMHC'
  | 'NY-DFS'

export type ServiceMethod = 'personal' | 'mail' | 'electronic' | 'fax'
export type ServicePlace = 'CA' | 'US' | 'abroad'

/** What starts a clock: a day, or an instant where the clock counts hours or has a cut-off. */
export type ClockStart = {
  readonly service?: ServiceMethod
  readonly place?: ServicePlace
} & ({ readonly on: PlainDate } | { readonly at: Instant })

export type DeadlineRequest = {
  readonly clock: ClockId
  readonly rules?: RuleSetId
  readonly start: ClockStart
  /** Id of a calendar under `rules/calendars/`; by default the one the clock names. */
  readonly calendar?: string
  /** More days that the Administrative Director approved, within what the rule set's D4 allows. */
  readonly extension?: { readonly days: number }
}

export type DeadlineStep = {
  /** What was done, in words a worker understands: "30 days, not counting the first". */
  readonly rule: string
  readonly authority: string
  readonly from: string
  readonly to: string
}

/** Another day that a defensible reading of the law gives; shown, never silently chosen. */
export type DeadlineAlternative = { readonly due: Due; readonly because: string }

export type Due = { readonly on: PlainDate } | { readonly at: Instant }

export type Deadline = {
  readonly clock: ClockId
  /** What is to be done, or may be done, in a few words. */
  readonly title?: string
  readonly rules: RuleSetId
  readonly calendar: string
  /** A duty must be done by then; a right may be used until then. */
  readonly nature: 'duty' | 'right'
  /** Whether the rule behind the number was read in the controlling text. */
  readonly verified: boolean
  readonly due: Due
  readonly steps: readonly DeadlineStep[]
  /** Where calendars or readings of the law conflict: the other days, with the reason. */
  readonly alternatives?: readonly DeadlineAlternative[]
  /** What was asked and changes nothing, or was assumed. */
  readonly notes?: readonly string[]
}
