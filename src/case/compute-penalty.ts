import { daysBetween, type PlainDate, pacificDateOf, sayDate } from '#foundation'
import { isRecordClock } from './clock-kinds.ts'
import type { RecordedEvent } from './event.ts'
import { foldEvents } from './evolve.ts'
import {
  type PenaltyAmount,
  type PenaltyRule,
  type PenaltyRules,
  penaltyRulesFor,
} from './money-rules.ts'
import type { CaseState, PenaltyFinding } from './state.ts'

export type PenaltyLine = {
  /** Id of the rule under `rules/penalties`, with the rule set: `CA-WC-2014 late-records`. */
  readonly rule: string
  readonly title: string
  /** The clock that was missed, where one was. */
  readonly clock?: string
  readonly authority: string
  readonly verified: boolean
  readonly source: string
  /** Calendar days after the due day; null where the case does not show them. */
  readonly days: number | null
  readonly from?: PlainDate
  readonly to?: PlainDate
  /** Whether the breach goes on on the day of the ledger. */
  readonly running: boolean
  /**
   * `fixed`: the rule gives the dollars. `at-most`: a person sets an amount up to this one.
   * `to-be-found`: the case does not show how long it lasted.
   */
  readonly amount:
    | { readonly kind: 'fixed'; readonly dollars: number }
    | { readonly kind: 'at-most'; readonly dollars: number }
    | { readonly kind: 'to-be-found'; readonly perDayAtMost: number }
  readonly because: string
}

/** What a case shows of penalties, as of a day. It is no order: DWC orders to show cause. */
export type PenaltyLedger = {
  readonly asOf: PlainDate
  readonly against: 'claims-administrator'
  readonly lines: readonly PenaltyLine[]
  /** Sum of the fixed lines, in dollars, after mitigation. */
  readonly dollars: number
  /** Sum of the limits of the lines that a person sets. */
  readonly atMostBesides: number
}

/**
 * The penalty ledger of a case (handbook, law 2.4; 8 CCR 9792.12, Labor Code 4610.5(i), 4610.6(k)):
 * one line for each missed duty of the claims administrator that the events show, by the rules in
 * force on the day the duty fell due. Late records count calendar days from the day after the due
 * day to the last file that came before the record was complete; where none came, to `asOf`.
 * What a person found counts with it; `found` may be given as nothing, to see the file alone.
 * Where rule and statute give two due days (R1, R3b) the rule is enforced.
 */
export function computePenalty(
  state: CaseState,
  events: readonly RecordedEvent[],
  asOf: PlainDate,
  found: readonly PenaltyFinding[] = state.penaltyFindings,
): PenaltyLedger {
  const mitigation = idsOf(found, 'mitigation')
  const program = state.application?.program ?? 'CA-WC'
  const lines = [
    ...missedClocks(events, program, asOf),
    ...formNotServed(state, program),
    ...foundLate(events, program),
    ...copiesOwed(state, program, asOf),
    ...toldWhenUnknown(state, events, program),
    ...foundByAPerson(state, program, asOf, found),
  ].map((line) => mitigated(line, program, asOf, mitigation))
  const sum = (kind: 'fixed' | 'at-most'): number =>
    lines.reduce((total, { amount }) => total + (amount.kind === kind ? amount.dollars : 0), 0)
  return {
    asOf,
    against: 'claims-administrator',
    lines,
    dollars: sum('fixed'),
    atMostBesides: sum('at-most'),
  }
}

/** The same from a case's events alone. */
export function penaltyLedgerOf(events: readonly RecordedEvent[], asOf: PlainDate): PenaltyLedger {
  return computePenalty(foldEvents(events), events, asOf)
}

/** What a person may have found, and what may lower an amount, by the rules in force. */
export type PenaltyChoices = {
  readonly findings: readonly PenaltyChoice[]
  readonly mitigation: readonly PenaltyChoice[]
}
export type PenaltyChoice = {
  readonly id: string
  readonly title: string
  readonly authority: string
  readonly verified: boolean
}

/**
 * The choices of the rules in force; none where the program has no penalties then. A breach is of
 * utilization review and goes by the day of its decision; mitigation by the day that is asked for.
 */
export function penaltyChoicesOf(state: CaseState, on: PlainDate): PenaltyChoices {
  const program = state.application?.program ?? 'CA-WC'
  const breaches = penaltyRulesFor(dayOfBreach(state, on), program)
  const grounds = penaltyRulesFor(on, program)
  const choice = ({ id, title, authority, verified }: PenaltyChoice): PenaltyChoice => ({
    id,
    title,
    authority,
    verified,
  })
  return {
    findings: (breaches?.findings ?? []).map(choice),
    mitigation: (grounds?.mitigation ?? []).map(choice),
  }
}

/** A stretch in which a clock ran: from its start to what ended it. */
type Run = {
  readonly clock: string
  readonly dueOn: PlainDate
  /** Null while the duty is open. */
  readonly endedOn: PlainDate | null
}

function missedClocks(
  events: readonly RecordedEvent[],
  program: string,
  asOf: PlainDate,
): readonly PenaltyLine[] {
  return runsOf(events).flatMap((run): readonly PenaltyLine[] => {
    const rules = penaltyRulesFor(run.dueOn, program)
    const rule = rules?.lines.find(
      (line) => line.of === 'clock' && line.clocks?.includes(run.clock),
    )
    if (!rules || !rule) return []
    const to = run.endedOn ?? asOf
    const days = daysBetween(run.dueOn, to)
    if (days <= 0) return []
    return [
      {
        ...headOf(rules, rule),
        clock: run.clock,
        days,
        from: run.dueOn,
        to,
        running: run.endedOn === null,
        amount: amountOf(rule.amount, days),
        because: `due ${sayDate(run.dueOn)}, ${run.endedOn === null ? 'not done by' : 'done on'} ${sayDate(to)}: ${sayDays(days)} late`,
      },
    ]
  })
}

/** Every run of a clock; the record's clocks end with the last file that they asked for. */
function runsOf(events: readonly RecordedEvent[]): readonly Run[] {
  const open = new Map<string, PlainDate>()
  const runs: Run[] = []
  let lastFile: PlainDate | null = null
  let completed = false
  const end = (clock: string, on: PlainDate | null): void => {
    const dueOn = open.get(clock)
    if (dueOn === undefined) return
    open.delete(clock)
    runs.push({ clock, dueOn, endedOn: on })
  }
  for (const { event } of events) {
    switch (event.type) {
      case 'ClockStarted': {
        const { due } = event.deadline
        open.set(event.clock, 'on' in due ? due.on : pacificDateOf(due.at))
        completed &&= !isRecordClock(event.clock)
        break
      }
      case 'RecordReceived':
        if (event.from === 'claims-administrator') lastFile = event.receivedOn
        break
      case 'RecordsCompleted':
        completed = true
        // A clock that ran out gets no ClockStopped: the record's completion ends the duty.
        for (const clock of [...open.keys()].filter(isRecordClock)) {
          if (lastFile !== null) end(clock, lastFile)
        }
        break
      case 'ClockStopped':
        if (!(completed && isRecordClock(event.clock))) end(event.clock, event.stoppedOn)
        break
      case 'ClockRanOut':
        // Of an authorization the day is known on which we were told: that ends it.
        if (event.clock === 'W1') end(event.clock, event.ranOutOn)
        break
      case 'AppealFiled':
        // Implementation waits while the appeal is open (9792.10.7).
        for (const clock of [...open.keys()].filter((id) => id.startsWith('I'))) {
          end(clock, event.filedOn)
        }
        break
      case 'ReviewTerminated':
        for (const clock of open.keys()) end(clock, event.terminatedOn)
        break
      case 'PriorityConverted':
        for (const clock of [...open.keys()].filter(isRecordClock)) {
          end(clock, event.convertedOn)
        }
        break
      default:
    }
  }
  const { implementedOn } = implementationEnd(events)
  for (const clock of open.keys()) {
    end(clock, clock.startsWith('I') ? implementedOn : null)
  }
  return runs
}

/** The day of the last implementation, where nothing that was overturned is open. */
function implementationEnd(events: readonly RecordedEvent[]): {
  readonly implementedOn: PlainDate | null
} {
  const state = foldEvents(events)
  const days = events.flatMap(({ event }) =>
    event.type === 'DeterminationImplemented' ? [event.implementedOn] : [],
  )
  return { implementedOn: state.status === 'implemented' ? (days.at(-1) ?? null) : null }
}

function formNotServed(state: CaseState, program: string): readonly PenaltyLine[] {
  const review = state.application?.utilizationReview
  if (!review || review.formServed) return []
  const rules = penaltyRulesFor(review.servedOn, program)
  const rule = rules?.lines.find((line) => line.of === 'form-not-served')
  if (!rules || !rule) return []
  return [
    {
      ...headOf(rules, rule),
      days: null,
      from: review.servedOn,
      running: false,
      amount: { kind: 'to-be-found', perDayAtMost: rule.amount.dollars },
      because: 'the decision was served without the application form; for how long, a person finds',
    },
  ]
}

/** Files that the claims administrator found earlier than it sent them (Labor Code 4610.5(m)). */
function foundLate(events: readonly RecordedEvent[], program: string): readonly PenaltyLine[] {
  return events.flatMap(({ event }): readonly PenaltyLine[] => {
    if (event.type !== 'RecordReceived' || event.from !== 'claims-administrator') return []
    if (event.foundOn === undefined || event.foundOn >= event.receivedOn) return []
    const rules = penaltyRulesFor(event.foundOn, program)
    const rule = rules?.lines.find((line) => line.of === 'found-records')
    if (!rules || !rule) return []
    const days = daysBetween(event.foundOn, event.receivedOn)
    return [
      {
        ...headOf(rules, rule),
        days,
        from: event.foundOn,
        to: event.receivedOn,
        running: false,
        amount: amountOf(rule.amount, days),
        because: `${event.fileName} was found on ${sayDate(event.foundOn)} and came ${sayDays(days)} later; "immediately" has no number of days`,
      },
    ]
  })
}

/** Files of which the parties got no copy, or got it after the day of sending (4610.5(l), (o)). */
function copiesOwed(state: CaseState, program: string, asOf: PlainDate): readonly PenaltyLine[] {
  return state.copiesToParties.flatMap(({ documentId, copy }): readonly PenaltyLine[] => {
    const file = state.records.find((record) => record.documentId === documentId)
    const rules = file ? penaltyRulesFor(file.receivedOn, program) : null
    const rule = rules?.lines.find((line) => line.of === 'copy-to-parties')
    if (!file || !rules || !rule) return []
    const to = copy.kind === 'proved' ? copy.copiedOn : asOf
    const days = daysBetween(file.receivedOn, to)
    if (days <= 0) return []
    return [
      {
        ...headOf(rules, rule),
        clock: 'R7',
        days,
        from: file.receivedOn,
        to,
        running: copy.kind === 'absent',
        amount: amountOf(rule.amount, days),
        because:
          copy.kind === 'proved'
            ? `${file.fileName} came on ${sayDate(file.receivedOn)}, its copy went to the parties ${sayDays(days)} later`
            : `nothing shows that the parties got ${file.fileName}: ${copy.because}`,
      },
    ]
  })
}

/** Authorizations that ended a dispute, of which nobody recorded when we were told (W1). */
function toldWhenUnknown(
  state: CaseState,
  events: readonly RecordedEvent[],
  program: string,
): readonly PenaltyLine[] {
  return events.flatMap(({ event }, index): readonly PenaltyLine[] => {
    const whole = event.type === 'ReviewTerminated'
    if (!whole && event.type !== 'TreatmentTerminated') return []
    // The end of the review that follows from the end of its last treatment says the same again.
    if (whole && events[index - 1]?.event.type === 'TreatmentTerminated') return []
    if (event.reason !== 'authorized' || event.authorization) return []
    const rules = penaltyRulesFor(event.terminatedOn, program)
    const rule = rules?.lines.find((line) => line.of === 'clock' && line.clocks?.includes('W1'))
    if (!rules || !rule) return []
    const what =
      event.type === 'TreatmentTerminated'
        ? (state.application?.disputedTreatments.find(({ id }) => id === event.treatmentId)
            ?.treatment ?? event.treatmentId)
        : 'the whole review'
    return [
      {
        ...headOf(rules, rule),
        clock: 'W1',
        days: null,
        running: false,
        amount: { kind: 'to-be-found', perDayAtMost: rule.amount.dollars },
        because: `${what} was authorized; on which day, and when the review organization was told, is not recorded`,
      },
    ]
  })
}

function foundByAPerson(
  state: CaseState,
  program: string,
  asOf: PlainDate,
  found: readonly PenaltyFinding[],
): readonly PenaltyLine[] {
  const on = dayOfBreach(state, asOf)
  const rules = penaltyRulesFor(on, program)
  return found.flatMap(({ kind, finding, because, notedOn }): readonly PenaltyLine[] => {
    const rule = kind === 'breach' ? rules?.findings.find(({ id }) => id === finding) : undefined
    if (!rules || !rule) return []
    return [
      {
        rule: `${rules.id} ${rule.id}`,
        title: rule.title,
        authority: rule.authority,
        verified: rule.verified,
        source: rule.source,
        days: null,
        from: on,
        running: false,
        amount: { kind: 'fixed', dollars: rule.dollars },
        because: `found by a person on ${sayDate(notedOn)}: ${because}`,
      },
    ]
  })
}

/** The day of the decision of utilization review; where the case knows none, the day asked for. */
function dayOfBreach(state: CaseState, otherwise: PlainDate): PlainDate {
  return state.application?.utilizationReview?.decidedOn ?? otherwise
}

function idsOf(found: readonly PenaltyFinding[], of: PenaltyFinding['kind']): readonly string[] {
  return found.filter(({ kind }) => kind === of).map(({ finding }) => finding)
}

function mitigated(
  line: PenaltyLine,
  program: string,
  asOf: PlainDate,
  ids: readonly string[],
): PenaltyLine {
  const rules = penaltyRulesFor(line.from ?? asOf, program)
  const chosen = (rules?.mitigation ?? []).filter(({ id }) => ids.includes(id))
  if (chosen.length === 0 || line.amount.kind === 'to-be-found') return line
  const percent = Math.min(
    100,
    chosen.reduce((total, one) => total + one.percent, 0),
  )
  return {
    ...line,
    amount: { ...line.amount, dollars: (line.amount.dollars * (100 - percent)) / 100 },
    because: `${line.because}; less ${percent} % (${chosen.map(({ title, authority }) => `${title}, ${authority}`).join('; ')})`,
  }
}

function headOf(
  rules: PenaltyRules,
  rule: PenaltyRule,
): Pick<PenaltyLine, 'rule' | 'title' | 'authority' | 'verified' | 'source'> {
  return {
    rule: `${rules.id} ${rule.id}`,
    title: rule.title,
    authority: rule.authority,
    verified: rule.verified,
    source: rule.source,
  }
}

function amountOf(amount: PenaltyAmount, days: number): PenaltyLine['amount'] {
  return amount.kind === 'per-day'
    ? { kind: 'fixed', dollars: Math.min(days * amount.dollars, amount.atMost) }
    : { kind: 'at-most', dollars: days * amount.dollars }
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
