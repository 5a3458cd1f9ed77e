import { type PlainDate, parseAmericanDate, plainDateOf, type TextSpan } from '#foundation'

/** A day written in a text; `date` is null where the day written does not exist. */
export type DateMention = {
  readonly text: string
  readonly span: TextSpan
  readonly date: PlainDate | null
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const numeric = /(?<![\d/.-])(\d{1,2})([/-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/]|-\d)/g
const spelled = new RegExp(
  String.raw`\b(${months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')})\.? (\d{1,2}), ?(\d{4})\b`,
  'gi',
)

/**
 * Days written in full: `10/21/2016`, `6-22-2000`, `11/18/ 2016` (a line broke in it), `June 17,
 * 2010`. Hyphened figures with a two-digit year count only where they name a day that exists:
 * `24-48-72` are hours.
 */
export function findDates(text: string): readonly DateMention[] {
  const found: DateMention[] = []
  for (const match of text.matchAll(numeric)) {
    const [whole, month, separator, day, year] = match
    const date = parseAmericanDate(`${month}/${day}/${year}`)
    if (date === null && separator === '-' && year?.length !== 4) continue
    found.push({
      text: whole,
      span: { start: match.index, end: match.index + whole.length },
      date,
    })
  }
  for (const match of text.matchAll(spelled)) {
    const month = months.findIndex((name) =>
      name.startsWith((match[1] ?? '').toLowerCase().slice(0, 3)),
    )
    found.push({
      text: match[0],
      span: { start: match.index, end: match.index + match[0].length },
      date: plainDateOf(Number(match[3]), month + 1, Number(match[2])),
    })
  }
  return found.toSorted((first, second) => first.span.start - second.span.start)
}
