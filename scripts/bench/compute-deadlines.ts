import {
  computeDeadline,
  type DeadlineRequest,
  findCalendar,
  findClock,
  ruleSetFor,
} from '#deadlines'
import { addDays, type PlainDate, valueOf } from '#foundation'
import { type Bench, sayRate, timeInTurns } from './measure.ts'

/**
 * Deadlines with their derivation, against a walk day by day over the same closed days that gives
 * the day alone and none of the reasons. Both must come to the same day.
 */
export const computeDeadlines: Bench = async ({ quick, rounds }) => {
  const requests = requestsOf(quick ? 700 : 3500)
  const walks = requests.map(naiveWalk)
  for (const [index, request] of requests.entries()) {
    const ours = dayOf(request)
    const walked = walks[index]?.()
    if (ours !== walked) throw new Error(`${JSON.stringify(request)}: ${ours}, walked ${walked}`)
  }
  const [oursMs = 0, walkMs = 0] = await timeInTurns(
    rounds,
    () => requests.map(dayOf),
    () => walks.map((walk) => walk()),
  )
  return [
    {
      name: 'compute-deadlines',
      size: `${requests.length} deadlines: ${clocks.join(', ')} from each of ${requests.length / clocks.length} days`,
      rounds,
      ours: 'day, derivation and authority of each step',
      oursMs,
      yardstick: 'walk from day to day with Date, the day alone',
      yardstickMs: walkMs,
      ratio: oursMs / walkMs,
      rate: sayRate(requests.length, oursMs, 'deadlines'),
    },
  ]
}

/** A right by mail (rolls forward), duties in calendar days, and one in working days. */
const clocks = ['F1', 'UR-cap', 'UR-retrospective', 'UR-appeal-request', 'UR-prospective'] as const

const firstDay = '2026-04-01' as PlainDate

function requestsOf(count: number): readonly DeadlineRequest[] {
  return clocks.flatMap((clock) =>
    Array.from({ length: count / clocks.length }, (_, index) => ({
      clock,
      start: {
        on: addDays(firstDay, index % 900),
        ...(clock === 'F1' ? ({ service: 'mail', place: 'CA' } as const) : {}),
      },
    })),
  )
}

function dayOf(request: DeadlineRequest): string {
  const { due } = valueOf(computeDeadline(request))
  return 'on' in due ? due.on : due.at
}

/** The same day by the plainest means; what the rules say is looked up beforehand. */
function naiveWalk({ clock, start }: DeadlineRequest): () => string {
  const from = 'on' in start ? start.on : ''
  const rule = findClock(valueOf(ruleSetFor(from as PlainDate)), clock)
  if (!rule) throw new Error(`no clock ${clock}`)
  const closed = holidaysOf(rule.calendar)
  const mail = clock === 'F1' ? 5 : 0
  const isClosed = (day: Date): boolean =>
    day.getUTCDay() === 0 || day.getUTCDay() === 6 || closed.has(day.toISOString().slice(0, 10))
  return () => {
    const day = new Date(`${from}T00:00:00Z`)
    const step = (): void => {
      day.setUTCDate(day.getUTCDate() + 1)
    }
    for (let left = rule.length.n + mail; left > 0; ) {
      step()
      if (rule.length.unit === 'calendar-days' || !isClosed(day)) left -= 1
    }
    while (rule.nature === 'right' && isClosed(day)) step()
    return day.toISOString().slice(0, 10)
  }
}

const known = new Map<string, ReadonlySet<string>>()

/** Closed days of the years in question, week-ends apart. */
function holidaysOf(id: string): ReadonlySet<string> {
  const ready = known.get(id)
  if (ready) return ready
  const calendar = valueOf(findCalendar(id))
  const days = new Set<string>()
  for (let on = addDays(firstDay, 0); on < '2029-01-01'; on = addDays(on, 1)) {
    if (calendar.closedBecause(on) !== null) days.add(on)
  }
  known.set(id, days)
  return days
}
