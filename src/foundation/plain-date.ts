/** A calendar day, `YYYY-MM-DD`, known to exist. Compares with `<` and `>` as text. */
export type PlainDate = string & { readonly __plainDate: unique symbol }

/** An instant, ISO 8601 in UTC with a trailing `Z`. */
export type Instant = string & { readonly __instant: unique symbol }

/** A date as precisely as it was written: nothing is ever guessed. */
export type PartialDate =
  | { readonly precision: 'day'; readonly value: PlainDate }
  | { readonly precision: 'month'; readonly value: string }
  | { readonly precision: 'year'; readonly value: string }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The date that the text names in the form `YYYY-MM-DD`, or null if it is not a day that exists. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = dayPattern.exec(text)
  if (!match) return null
  return plainDateOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The day of a year, month (1–12) and day, or null if there is no such day. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10) as PlainDate
}

/**
 * An American date `MM/DD/YYYY` (also `-` as separator, one-digit month and day, two-digit years
 * meaning 1970–2069), or null. `10/204` is null: a typing error is never repaired.
 */
export function parseAmericanDate(text: string): PlainDate | null {
  const match = /^\s*(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})\s*$/.exec(text)
  if (!match) return null
  const written = Number(match[4])
  const year = match[4]?.length === 4 ? written : written < 70 ? 2000 + written : 1900 + written
  return plainDateOf(year, Number(match[1]), Number(match[3]))
}

const dayMilliseconds = 86_400_000

export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds)
    .toISOString()
    .slice(0, 10) as PlainDate
}

/** Whole days from the first date to the second; negative when the second is earlier. */
export function daysBetween(first: PlainDate, second: PlainDate): number {
  return Math.round(
    (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / dayMilliseconds,
  )
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: PlainDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(`${date}T00:00:00Z`).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6
}

/** `02/13/2017`, as letters print dates. */
export function printAmericanDate(date: PlainDate): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `February 13, 2017`, as sentences say dates. */
export function sayDate(date: PlainDate): string {
  return `${months[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8, 10))}, ${date.slice(0, 4)}`
}

/** The instant that the text names in ISO 8601 with a zone, normalised to UTC, or null. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text))
    return null
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? null : (new Date(milliseconds).toISOString() as Instant)
}

/** The calendar day of an instant in California, whose clocks the program runs on. */
export function pacificDateOf(instant: Instant): PlainDate {
  return pacificDay.format(new Date(instant)) as PlainDate
}

const pacificDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
