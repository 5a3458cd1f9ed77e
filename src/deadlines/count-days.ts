import { addDays, type PlainDate, plainDateOf } from '#foundation'
import type { Calendar } from './rules.ts'

/** A closed day that a count passed over, with the reason. */
export type SkippedDay = { readonly on: PlainDate; readonly because: string }

/** A count left the years that the calendar knows. */
export type OutsideCalendar = { readonly outside: PlainDate }

/** The day `n` open days after `from`; `from` itself is never counted. */
export function countOpenDays(
  from: PlainDate,
  n: number,
  calendar: Calendar,
): { readonly to: PlainDate; readonly skipped: readonly SkippedDay[] } | OutsideCalendar {
  const skipped: SkippedDay[] = []
  let day = from
  let counted = 0
  while (counted < n) {
    day = addDays(day, 1)
    if (!knows(calendar, day)) return { outside: day }
    const because = calendar.closedBecause(day)
    if (because === null) counted += 1
    else skipped.push({ on: day, because })
  }
  return { to: day, skipped }
}

/** The day itself if it is open, else the next open day. */
export function rollForward(
  day: PlainDate,
  calendar: Calendar,
): { readonly to: PlainDate; readonly skipped: readonly SkippedDay[] } | OutsideCalendar {
  const skipped: SkippedDay[] = []
  let open = day
  for (;;) {
    if (!knows(calendar, open)) return { outside: open }
    const because = calendar.closedBecause(open)
    if (because === null) return { to: open, skipped }
    skipped.push({ on: open, because })
    open = addDays(open, 1)
  }
}

/** The same day of the month, months later; the last day where that month is shorter. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  for (let date = Number(day.slice(8, 10)); date > 0; date -= 1) {
    const found = plainDateOf(year, (index % 12) + 1, date)
    if (found) return found
  }
  throw new RangeError('a month without days')
}

function knows(calendar: Calendar, day: PlainDate): boolean {
  const year = Number(day.slice(0, 4))
  return year >= calendar.firstYear && year <= calendar.lastYear
}
