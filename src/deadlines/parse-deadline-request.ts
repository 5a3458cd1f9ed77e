import {
  type Instant,
  ok,
  type PlainDate,
  parsePlainDate,
  type Refusal,
  type Result,
  refuse,
  refused,
} from '#foundation'
import type { DeadlineRequest, RuleSetId, ServiceMethod, ServicePlace } from './deadline.ts'
import { parsePacificInstant } from './pacific-time.ts'
import { type DeadlinesRefusalCode, deadlinesRefusals } from './refusals.ts'
import { allRuleSets } from './rules.ts'

const services: readonly string[] = ['personal', 'mail', 'electronic', 'fax']
const places: readonly string[] = ['CA', 'US', 'abroad']

/**
 * A request for a deadline out of anything (a line of `openimr deadline`); an `id` beside it is the
 * caller's. Every wrong field is named at once. An instant without a zone is Pacific time.
 */
export function parseDeadlineRequest(input: unknown): Result<DeadlineRequest> {
  const refusals: Refusal[] = []
  const no = (code: DeadlinesRefusalCode, because: string, where: string): void => {
    refusals.push(refuse(deadlinesRefusals, code, because, where))
  }
  const line = fieldsOf(input)
  if (!line) {
    return refused(
      refuse(deadlinesRefusals, 'deadline-request-not-readable', 'the request is no JSON object'),
    )
  }
  for (const name of Object.keys(line)) {
    if (!['id', 'clock', 'rules', 'start', 'calendar'].includes(name)) {
      no('unknown-field', `${shown(name)} is not a field of a deadline request`, name.slice(0, 60))
    }
  }
  const { clock, rules, calendar } = line
  if (typeof clock !== 'string' || clock === '') {
    no('deadline-request-not-readable', 'clock must be the id of a clock', 'clock')
  }
  if (rules !== undefined && !allRuleSets().some(({ id }) => id === rules)) {
    no('rules-not-known', `no rule set is called ${shown(rules)}`, 'rules')
  }
  if (calendar !== undefined && typeof calendar !== 'string') {
    no('deadline-request-not-readable', 'calendar must be the id of a calendar', 'calendar')
  }
  const start = fieldsOf(line['start'])
  const begun = start ? parseStart(start, no) : null
  if (!start) no('start-missing', 'start is missing or is not an object', 'start')
  const [first, ...rest] = refusals
  if (first || !begun) {
    return first
      ? refused(first, ...rest)
      : refused(refuse(deadlinesRefusals, 'start-missing', 'start is missing', 'start'))
  }
  return ok({
    clock: clock as string,
    start: begun,
    ...(rules === undefined ? {} : { rules: rules as RuleSetId }),
    ...(calendar === undefined ? {} : { calendar: calendar as string }),
  })
}

function parseStart(
  start: Readonly<Record<string, unknown>>,
  no: (code: DeadlinesRefusalCode, because: string, where: string) => void,
): DeadlineRequest['start'] | null {
  for (const name of Object.keys(start)) {
    if (!['on', 'at', 'service', 'place'].includes(name)) {
      no('unknown-field', `${shown(name)} is not a field of start`, `start.${name.slice(0, 60)}`)
    }
  }
  const { on, at, service, place } = start
  if (service !== undefined && !(typeof service === 'string' && services.includes(service))) {
    no(
      'deadline-request-not-readable',
      `service is one of ${services.join(', ')}, not ${shown(service)}`,
      'start.service',
    )
  }
  if (place !== undefined && !(typeof place === 'string' && places.includes(place))) {
    no(
      'deadline-request-not-readable',
      `place is one of ${places.join(', ')}, not ${shown(place)}`,
      'start.place',
    )
  }
  const served = {
    ...(service === undefined ? {} : { service: service as ServiceMethod }),
    ...(place === undefined ? {} : { place: place as ServicePlace }),
  }
  if ((on === undefined) === (at === undefined)) {
    no('start-missing', 'start needs a day (on) or an instant (at), one of the two', 'start')
    return null
  }
  if (on !== undefined) {
    const day: PlainDate | null = typeof on === 'string' ? parsePlainDate(on) : null
    if (!day) no('date-does-not-exist', `there is no day ${shown(on)}`, 'start.on')
    return day && { ...served, on: day }
  }
  const instant: Instant | null = typeof at === 'string' ? parsePacificInstant(at) : null
  if (!instant) {
    no('instant-does-not-exist', `there is no single instant ${shown(at)}`, 'start.at')
  }
  return instant && { ...served, at: instant }
}

function fieldsOf(input: unknown): Readonly<Record<string, unknown>> | null {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? (input as Readonly<Record<string, unknown>>)
    : null
}

/** A value as JSON, never longer than a line: a megabyte is not repeated to whoever sent it. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
