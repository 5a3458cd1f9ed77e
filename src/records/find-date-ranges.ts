import { daysBetween, type PartialDate, plainDateOf, type TextSpan } from '#foundation'
import type { FoundDate } from './find-dates.ts'

/** A date that a text states, or a time from one day to another. */
export type DateOrRange = {
  readonly span: TextSpan
  readonly date: PartialDate
  readonly through?: PartialDate
}

const between = /^\s{0,2}(?:-|\u2013|\u2014|to|through|thru|until)\s{0,2}$/i
const written =
  /(?<![\w/.-])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\s?(?:-|\u2013|\u2014|to|through|thru)\s?(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\w/]|[.,-]\d)/gi
/** Documents of a longer time are not spoken of as one. */
const longestDays = 1100

/**
 * The dates of a text with those that bound a time taken together: "03/01/2026 - 04/15/2026",
 * "3/1-4/15/2026", "March 1 to April 15, 2026". Dates are those that `findDates` found.
 */
export function withRanges(text: string, dates: readonly FoundDate[]): readonly DateOrRange[] {
  const ranges = [...rangesIn(text), ...pairsOf(text, dates)]
  const alone = dates.filter(
    ({ span }) =>
      !ranges.some((range) => span.start < range.span.end && range.span.start < span.end),
  )
  return [...ranges, ...alone].toSorted((first, second) => first.span.start - second.span.start)
}

/** Written together, the first day often without its year. */
function rangesIn(text: string): readonly DateOrRange[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const [, month = '', day = '', year, lastMonth = '', lastDay = '', lastYear = ''] = match
    const end = plainDateOf(fullYear(lastYear), Number(lastMonth), Number(lastDay))
    if (!end) return []
    const ownYear = Number(end.slice(0, 4))
    const start =
      year === undefined
        ? [ownYear, ownYear - 1]
            .map((each) => plainDateOf(each, Number(month), Number(day)))
            .find((each) => each !== null && each <= end)
        : plainDateOf(fullYear(year), Number(month), Number(day))
    if (!start || start > end || daysBetween(start, end) > longestDays) return []
    return [
      {
        span: { start: match.index, end: match.index + match[0].length },
        date: { precision: 'day' as const, value: start },
        through: { precision: 'day' as const, value: end },
      },
    ]
  })
}

/** Two dates with nothing but "to" or a dash between them. */
function pairsOf(text: string, dates: readonly FoundDate[]): readonly DateOrRange[] {
  return dates.flatMap((first, index) => {
    const last = dates[index + 1]
    if (!last || !between.test(text.slice(first.span.end, last.span.start))) return []
    if (first.date.precision !== 'day' || last.date.precision !== 'day') return []
    const days = daysBetween(first.date.value, last.date.value)
    return days < 0 || days > longestDays
      ? []
      : [
          {
            span: { start: first.span.start, end: last.span.end },
            date: first.date,
            through: last.date,
          },
        ]
  })
}

const fullYear = (year: string) => (year.length === 4 ? Number(year) : 2000 + Number(year))
