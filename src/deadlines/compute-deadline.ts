import {
  addDays,
  type Instant,
  ok,
  type PlainDate,
  pacificDateOf,
  type Refusal,
  type Result,
  refuse,
  refused,
  sayDate,
} from '#foundation'
import { addMonths, countOpenDays, rollForward, type SkippedDay } from './count-days.ts'
import type {
  ClockStart,
  Deadline,
  DeadlineAlternative,
  DeadlineRequest,
  DeadlineStep,
  Due,
} from './deadline.ts'
import { pacificTimeOf, sayInstant } from './pacific-time.ts'
import { type DeadlinesRefusalCode, deadlinesRefusals } from './refusals.ts'
import {
  allCalendars,
  allRuleSets,
  type Calendar,
  type ClockRule,
  findCalendar,
  findClock,
  findRowWithoutLength,
  getRuleSet,
  type RowWithoutLength,
  type RuleSet,
  ruleSetFor,
} from './rules.ts'

/**
 * When a clock ends, with the derivation line by line. Days: the first is not counted, the last is
 * (Code of Civil Procedure 12). A right rolls to the next open day (8 CCR 10600); a duty does not,
 * so that a duty shows the earliest defensible day and a right the latest by its own calendar.
 * Where another reading gives another day, `alternatives` says so.
 * Refuses unknown clocks, rule sets and calendars, days outside the calendars, and a day where an
 * hour is needed.
 */
export function computeDeadline(request: DeadlineRequest): Result<Deadline> {
  const first = compute(request)
  if (!first.ok) return first
  const alternatives = alternativesTo(request, first.value)
  return alternatives.length === 0 ? first : ok({ ...first.value, alternatives })
}

/** The rule set and the clock that a request means, or a refusal. */
export function ruleOf(
  request: DeadlineRequest,
): Result<{ readonly set: RuleSet; readonly rule: ClockRule; readonly calendar: Calendar }> {
  const set = request.rules ? getRuleSet(request.rules) : ruleSetFor(dayOf(request.start))
  if (!set.ok) return set
  const rule = findClock(set.value, request.clock)
  if (!rule) {
    const row = findRowWithoutLength(set.value, request.clock)
    if (row) return withoutLength(row)
    const elsewhere = allRuleSets().filter(
      (other) => other.program === set.value.program && findClock(other, request.clock) !== null,
    )
    return elsewhere.length === 0
      ? no(
          'clock-not-known',
          `no clock is called ${quoted(request.clock)}; the clocks of ${set.value.id} are ${set.value.clocks.map(({ id }) => id).join(', ')}`,
          'clock',
        )
      : no(
          'clock-not-in-rules',
          `${set.value.id} has no clock ${quoted(request.clock)}; ${elsewhere.map(({ id }) => id).join(', ')} have it`,
          'clock',
        )
  }
  const calendar = findCalendar(request.calendar ?? rule.calendar)
  return calendar.ok ? ok({ set: set.value, rule, calendar: calendar.value }) : calendar
}

function compute(request: DeadlineRequest): Result<Deadline> {
  const found = ruleOf(request)
  if (!found.ok) return found
  const { set, rule, calendar } = found.value
  const extension = approvedExtension(request, set, rule)
  if (!extension.ok) return extension
  const counted = count(request.start, set, rule, calendar, extension.value)
  if (!counted.ok) return counted
  return ok({
    clock: rule.id,
    title: rule.title,
    rules: set.id,
    calendar: calendar.id,
    nature: rule.nature,
    verified: rule.verified,
    due: counted.value.due,
    steps: counted.value.steps,
    ...notesOn(request, set, rule, calendar),
  })
}

/** What the request says that changes nothing, and what was assumed for it. */
function notesOn(
  request: DeadlineRequest,
  set: RuleSet,
  rule: ClockRule,
  calendar: Calendar,
): Pick<Deadline, 'notes'> {
  const { service, place } = request.start
  const notes: string[] = []
  if (service && !rule.serviceExtension && !rule.lengthByService && !rule.services) {
    notes.push(
      `service by ${service} changes nothing: ${set.serviceExtension.authority} does not extend ${rule.id}`,
    )
  } else if (service && rule.services && !rule.services.includes(service)) {
    notes.push(
      `${rule.id} is about a notice sent by ${rule.services.join(' or ')}; this one went by ${service}`,
    )
  } else if (place && !service) {
    notes.push('a place without a way of service changes nothing: no days were added')
  }
  if (rule.lengthByService && !service) {
    notes.push('no way of service was given: the longer time, by mail, was taken')
  }
  const on = dayOf(request.start)
  if (on < set.effectiveFrom || (set.effectiveTo !== null && on > set.effectiveTo)) {
    notes.push(
      `${set.id} was named; it was in force ${set.effectiveTo === null ? 'from' : 'between'} ${set.effectiveFrom}${set.effectiveTo === null ? '' : ` and ${set.effectiveTo}`}`,
    )
  }
  const own = findCalendar(rule.calendar)
  if (own.ok && own.value.jurisdiction !== calendar.jurisdiction) {
    notes.push(
      `${calendar.id} is a calendar of ${calendar.jurisdiction}, not of ${own.value.jurisdiction}`,
    )
  }
  return notes.length === 0 ? {} : { notes }
}

function count(
  start: ClockStart,
  set: RuleSet,
  rule: ClockRule,
  calendar: Calendar,
  approved: Extension | null,
): Result<{ readonly due: Due; readonly steps: readonly DeadlineStep[] }> {
  const day = dayOf(start)
  if (!isWithin(day, calendar)) return outside(day, calendar)
  const length = lengthOf(rule, start)
  if (length === null) {
    return no(
      'service-not-covered',
      `${rule.id} has no length for service ${start.service ?? 'of an unknown kind'}`,
      'start.service',
    )
  }
  if (rule.length.unit === 'hours') return countHours(start, rule, length)

  const steps: DeadlineStep[] = []
  const begun = beginning(start, set, rule)
  if (!begun.ok) return begun
  const from = begun.value.on
  steps.push(...begun.value.steps)

  const base = countUnits(from, length, rule, calendar)
  if ('outside' in base) return outside(base.outside, calendar)
  steps.push({
    rule:
      length === 0
        ? 'on the day itself'
        : `${length} ${sayUnit(rule, length)}, not counting the first${saySkipped(base.skipped)}`,
    authority: rule.authority,
    from,
    to: base.to,
  })

  let due = base.to
  for (const extension of [extensionOf(start, set, rule), approved]) {
    if (!extension) continue
    const later = addDays(due, extension.days)
    steps.push({ rule: extension.says, authority: extension.authority, from: due, to: later })
    due = later
  }
  if (rule.nature === 'right' && rollingUnits.has(rule.length.unit)) {
    const rolled = rollForward(due, calendar)
    if ('outside' in rolled) return outside(rolled.outside, calendar)
    if (rolled.to !== due) {
      steps.push({
        rule: `a right may be used until the next open day${saySkipped(rolled.skipped)}`,
        authority: `${set.rollForward.authority}; ${calendar.authority}`,
        from: due,
        to: rolled.to,
      })
      due = rolled.to
    }
  }
  return ok({ due: { on: due }, steps })
}

/** Units whose last day may be a closed one. */
const rollingUnits: ReadonlySet<string> = new Set(['calendar-days', 'months', 'years'])

/** Hours run through nights, week-ends, holidays and the change of the clocks. */
function countHours(
  start: ClockStart,
  rule: ClockRule,
  hours: number,
): Result<{ readonly due: Due; readonly steps: readonly DeadlineStep[] }> {
  if (!('at' in start)) {
    return no('instant-needed', `${rule.id} counts ${hours} hours and got a day`, 'start')
  }
  const at = new Date(Date.parse(start.at) + hours * 3_600_000).toISOString() as Instant
  return ok({
    due: { at },
    steps: [
      {
        rule: `${hours} hours, through week-ends and holidays, from ${sayInstant(start.at)} to ${sayInstant(at)}`,
        authority: rule.authority,
        from: start.at,
        to: at,
      },
    ],
  })
}

/** The day that counts as day 0: after the cut-off it is the next business day. */
function beginning(
  start: ClockStart,
  set: RuleSet,
  rule: ClockRule,
): Result<{ readonly on: PlainDate; readonly steps: readonly DeadlineStep[] }> {
  const on = dayOf(start)
  if (!('at' in start)) return ok({ on, steps: [] })
  if (!rule.cutOff || pacificTimeOf(start.at) <= `${rule.cutOff}:00`) {
    return ok({
      on,
      steps: [
        {
          rule: `${sayInstant(start.at)} is ${sayDate(on)}`,
          authority: 'California time',
          from: start.at,
          to: on,
        },
      ],
    })
  }
  const calendar = findCalendar(set.cutOff.calendar)
  if (!calendar.ok) return calendar
  const next = countOpenDays(on, 1, calendar.value)
  if ('outside' in next) return outside(next.outside, calendar.value)
  return ok({
    on: next.to,
    steps: [
      {
        rule: `${sayInstant(start.at)} is after 5:30 PM: received on the next business day${saySkipped(next.skipped)}`,
        authority: set.cutOff.authority,
        from: start.at,
        to: next.to,
      },
    ],
  })
}

function countUnits(
  from: PlainDate,
  n: number,
  rule: ClockRule,
  calendar: Calendar,
):
  | { readonly to: PlainDate; readonly skipped: readonly SkippedDay[] }
  | { readonly outside: PlainDate } {
  switch (rule.length.unit) {
    case 'working-days':
    case 'business-days':
      return countOpenDays(from, n, calendar)
    case 'months':
      return { to: addMonths(from, n), skipped: [] }
    case 'years':
      return { to: addMonths(from, 12 * n), skipped: [] }
    default:
      return { to: addDays(from, n), skipped: [] }
  }
}

function lengthOf(rule: ClockRule, start: ClockStart): number | null {
  if (!rule.lengthByService || !start.service) return rule.length.n
  return rule.lengthByService[start.service] ?? null
}

function extensionOf(start: ClockStart, set: RuleSet, rule: ClockRule): Extension | null {
  const { serviceExtension } = set
  if (!rule.serviceExtension || !start.service) return null
  if (serviceExtension.exceptMethods.includes(start.service)) return null
  const place = start.place ?? 'CA'
  const days = serviceExtension.calendarDays[place]
  const where = {
    CA: 'in California',
    US: 'outside California in the United States',
    abroad: 'outside the United States',
  }[place]
  const assumed = start.place ? '' : ' (no place was given: California is assumed)'
  return {
    days,
    says: `${days} more days, because served by ${start.service} at an address ${where}${assumed}`,
    authority: serviceExtension.authority,
  }
}

type Extension = { readonly days: number; readonly says: string; readonly authority: string }

/** The days that were approved, where the rule set knows such days and has as many. */
function approvedExtension(
  request: DeadlineRequest,
  set: RuleSet,
  rule: ClockRule,
): Result<Extension | null> {
  if (!request.extension) return ok(null)
  const { days } = request.extension
  const by = rule.extendedBy === undefined ? null : findClock(set, rule.extendedBy)
  if (!by) {
    return no('extension-not-allowed', `${set.id} knows no extension of ${rule.id}`, 'extension')
  }
  if (!Number.isInteger(days) || days < 1 || days > by.length.n) {
    return no(
      'extension-not-allowed',
      `${rule.id} may be extended by 1 to ${by.length.n} days, not by ${days}`,
      'extension.days',
    )
  }
  return ok({
    days,
    says: `${days === 1 ? '1 more day' : `${days} more days`}, approved by the Administrative Director`,
    authority: by.authority,
  })
}

/** The days that other calendars, or rolling a duty, would give. */
function alternativesTo(
  request: DeadlineRequest,
  deadline: Deadline,
): readonly DeadlineAlternative[] {
  if (!('on' in deadline.due)) return []
  const { on } = deadline.due
  const alternatives: DeadlineAlternative[] = []
  const found = ruleOf(request)
  if (!found.ok) return []
  const { rule, calendar, set } = found.value
  const besides = rule.besides === undefined ? null : findClock(set, rule.besides)
  if (besides) {
    const { service: _, place: __, ...start } = request.start
    const other = compute({ clock: besides.id, rules: set.id, start })
    if (other.ok) {
      alternatives.push({
        due: other.value.due,
        because: `by ${besides.authority}: ${besides.consequence}`,
      })
    }
  }
  if (rule.nature === 'duty' && rule.length.unit === 'calendar-days') {
    const rolled = rollForward(on, calendar)
    if ('to' in rolled && rolled.to !== on) {
      alternatives.push({
        due: { on: rolled.to },
        because: `if ${set.rollForward.authority} is applied to this duty: ${sayDate(on)} is ${calendar.closedBecause(on) ?? 'closed'}`,
      })
    }
    return alternatives
  }
  for (const other of allCalendars(calendar.jurisdiction)) {
    if (other.id === calendar.id) continue
    const result = compute({ ...request, calendar: other.id })
    if (result.ok && 'on' in result.value.due && result.value.due.on !== on) {
      alternatives.push({
        due: result.value.due,
        because: `by the calendar ${other.id} (${other.authority}) instead of ${calendar.id}`,
      })
    }
  }
  return alternatives
}

function dayOf(start: ClockStart): PlainDate {
  return 'on' in start ? start.on : pacificDateOf(start.at)
}

function sayUnit(rule: ClockRule, n: number): string {
  const unit = rule.length.unit.replace('-', ' ')
  return n === 1 ? unit.replace(/s$/, '') : unit
}

function saySkipped(skipped: readonly SkippedDay[]): string {
  if (skipped.length === 0) return ''
  return `; passed over: ${skipped.map((day) => `${day.on} (${day.because})`).join(', ')}`
}

function isWithin(day: PlainDate, calendar: Calendar): boolean {
  const year = Number(day.slice(0, 4))
  return year >= calendar.firstYear && year <= calendar.lastYear
}

/** A row that gives no number of days: the refusal says what it gives instead. */
function withoutLength(row: RowWithoutLength): Result<never> {
  const refusal = refuse(
    deadlinesRefusals,
    'clock-without-length',
    `${row.id} (${row.title}): ${row.says}`,
    'clock',
  )
  return refused({ ...refusal, authority: row.authority, next: row.next })
}

/** What was asked, between quotation marks and never longer than a line. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function outside(day: PlainDate, calendar: Calendar): Result<never> {
  return no(
    'day-outside-calendar',
    `${day} lies outside the years ${calendar.firstYear}-${calendar.lastYear} of the calendar ${calendar.id}`,
    'start',
  )
}

function no(code: DeadlinesRefusalCode, because: string, where: string): Result<never> {
  const refusal: Refusal = refuse(deadlinesRefusals, code, because, where)
  return refused(refusal)
}
