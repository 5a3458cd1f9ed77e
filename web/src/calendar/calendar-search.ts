/** Which stretch of the calendar is shown, and whose cases. */
export type CalendarSearch = {
  readonly by?: 'week'
  /** A day within what is shown. */
  readonly on?: string
  readonly whose?: 'mine'
}

export function readCalendarSearch(search: Readonly<Record<string, unknown>>): CalendarSearch {
  const on = search['on']
  return {
    ...(search['by'] === 'week' ? { by: 'week' } : {}),
    ...(typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on))
      ? { on }
      : {}),
    ...(search['whose'] === 'mine' ? { whose: 'mine' } : {}),
  }
}
