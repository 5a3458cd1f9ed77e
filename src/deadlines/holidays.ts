import { addDays, type PlainDate, plainDateOf, weekdayOf } from '#foundation'

/** How the law names a holiday. Years are included at both ends. */
export type HolidayRule = {
  readonly name: string
  readonly authority: string
  readonly verified: boolean
  readonly firstYear?: number | undefined
  readonly lastYear?: number | undefined
  /** If the day falls on a Sunday, the Monday after is a holiday too. */
  readonly sundayMovesToMonday?: boolean | undefined
  /** If the day falls on a Saturday, the Friday before is a holiday too. */
  readonly saturdayMovesToFriday?: boolean | undefined
} & (
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  /** `nth` counts from 1; -1 is the last of the month. `plusDays` for "the day after". */
  | {
      readonly kind: 'weekday'
      readonly month: number
      readonly weekday: number
      readonly nth: number
      readonly plusDays?: number | undefined
    }
  /** Where the law follows the moon or a proclamation: the days themselves. */
  | { readonly kind: 'listed'; readonly days: readonly string[] }
)

export type Holiday = { readonly on: PlainDate; readonly name: string }

/** The holidays of the years (both included) by the rules, in order of date. */
export function computeHolidays(
  rules: readonly HolidayRule[],
  firstYear: number,
  lastYear: number,
): readonly Holiday[] {
  const holidays = new Map<PlainDate, string>()
  // One year more, because a New Year's Day on a Saturday may close the Friday before it.
  for (let year = firstYear; year <= lastYear + 1; year += 1) {
    for (const rule of rules) {
      if (year < (rule.firstYear ?? year) || year > (rule.lastYear ?? year)) continue
      for (const on of daysOf(rule, year)) {
        holidays.set(on, holidays.get(on) ?? rule.name)
        const weekday = weekdayOf(on)
        const observed =
          weekday === 0 && rule.sundayMovesToMonday
            ? addDays(on, 1)
            : weekday === 6 && rule.saturdayMovesToFriday
              ? addDays(on, -1)
              : null
        if (observed) holidays.set(observed, holidays.get(observed) ?? `${rule.name} (observed)`)
      }
    }
  }
  return [...holidays]
    .map(([on, name]) => ({ on, name }))
    .filter(({ on }) => on >= `${firstYear}-01-01` && on <= `${lastYear}-12-31`)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
}

function daysOf(rule: HolidayRule, year: number): readonly PlainDate[] {
  switch (rule.kind) {
    case 'fixed':
      return known(plainDateOf(year, rule.month, rule.day))
    case 'weekday':
      return known(nthWeekday(year, rule.month, rule.weekday, rule.nth)).map((on) =>
        addDays(on, rule.plusDays ?? 0),
      )
    case 'listed':
      return rule.days.filter((day) => day.startsWith(`${year}-`)).map((day) => day as PlainDate)
  }
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): PlainDate | null {
  if (nth < 0) {
    const nextMonth = month === 12 ? plainDateOf(year + 1, 1, 1) : plainDateOf(year, month + 1, 1)
    if (!nextMonth) return null
    const last = addDays(nextMonth, -1)
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7)
  }
  const first = plainDateOf(year, month, 1)
  return first && addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}

function known(day: PlainDate | null): readonly PlainDate[] {
  return day ? [day] : []
}
