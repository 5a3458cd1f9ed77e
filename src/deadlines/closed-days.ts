import { addDays, type PlainDate } from '#foundation'
import { allCalendars, allRuleSets, sayWeekday } from './rules.ts'

/** A holiday, and the calendars that close on it. */
export type ClosedDay = {
  readonly on: PlainDate
  readonly name: string
  readonly calendars: readonly string[]
}

/**
 * The holidays between two days, both included, of those calendars of the jurisdiction by which
 * some clock is counted. Saturdays and Sundays are not named. Days that the calendars do not cover
 * are not there.
 */
export function closedDays(
  from: PlainDate,
  to: PlainDate,
  jurisdiction = 'CA',
): readonly ClosedDay[] {
  const counting = new Set(
    allRuleSets().flatMap((set) => set.clocks.map(({ calendar }) => calendar)),
  )
  const calendars = allCalendars(jurisdiction).filter(({ id }) => counting.has(id))
  const closed: ClosedDay[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const weekday = sayWeekday(new Date(`${on}T00:00:00Z`).getUTCDay())
    const names = Map.groupBy(
      calendars.flatMap(({ id, closedBecause }) => {
        const name = closedBecause(on)
        return name === null || name === weekday ? [] : [{ id, name }]
      }),
      ({ name }) => name,
    )
    for (const [name, same] of names) closed.push({ on, name, calendars: same.map(({ id }) => id) })
  }
  return closed
}
