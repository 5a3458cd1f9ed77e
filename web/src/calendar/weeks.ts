/** Days as text, `2026-11-29`; weeks begin on Sunday, as calendars in California do. */

export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10)
}

/** The first of a month, some months on. */
export function addMonths(day: string, count: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + count)
  return at.toISOString().slice(0, 10)
}

export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The week that the day lies in. */
export function weekOf(day: string): readonly string[] {
  const sunday = addDays(day, -weekdayOf(day))
  return Array.from({ length: 7 }, (_, index) => addDays(sunday, index))
}

/** The weeks that a month touches. */
export function weeksOfMonth(day: string): readonly (readonly string[])[] {
  const month = day.slice(0, 7)
  const weeks: (readonly string[])[] = []
  for (
    let week = weekOf(`${month}-01`);
    week.some((each) => each.startsWith(month));
    week = weekOf(addDays(week[0] ?? day, 7))
  ) {
    weeks.push(week)
  }
  return weeks
}
