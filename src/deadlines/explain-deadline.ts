import { parsePlainDate, sayDate, weekdayOf } from '#foundation'
import type { Deadline, Due } from './deadline.ts'
import { sayInstant } from './pacific-time.ts'
import { sayWeekday } from './rules.ts'

/** One line that a worker understands: what, until when, and how it was counted. */
export function explainDeadline(deadline: Deadline): string {
  const what = deadline.title ?? `Clock ${deadline.clock}`
  const must = deadline.nature === 'right' ? 'may be done until' : 'must be done by'
  const counting = explainCounting(deadline)
  return [`${what}: ${must} ${sayDue(deadline.due)}.`, counting]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** How the end was counted, from which day and by which rules; empty where nothing was counted. */
export function explainCounting(deadline: Deadline): string {
  const counting = deadline.steps
    .map((step) => `${step.rule} (${step.authority}) = ${sayPoint(step.to)}`)
    .join('; ')
  const first = deadline.steps[0]
  const from = first ? `Counted from ${sayPoint(first.from)}: ${counting}.` : ''
  const unsure = deadline.verified ? '' : 'The rule was not read in the controlling text.'
  return [from, unsure].filter((sentence) => sentence !== '').join(' ')
}

/** `Monday, November 30, 2026`, or the day with its hour in Pacific time. */
export function sayDue(due: Due): string {
  return 'on' in due ? `${sayWeekday(weekdayOf(due.on))}, ${sayDate(due.on)}` : sayInstant(due.at)
}

function sayPoint(point: string): string {
  const day = parsePlainDate(point)
  return day ? sayDate(day) : sayInstant(point as Parameters<typeof sayInstant>[0])
}
