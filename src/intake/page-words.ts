import { type PlainDate, parseAmericanDate, plainDateOf } from '#foundation'

/** Something read on a page, with the place where it stands. */
export type Found<T = string> = {
  readonly value: T
  /** Counted from 1. */
  readonly page: number
  /** Offsets in the page's text; `text.slice(start, end)` are the words. */
  readonly start: number
  readonly end: number
}

/** A line of a page with its place. */
export type PageLine = { readonly text: string } & Omit<Found, 'value'>

/** The lines of the pages, without empty ones, in order. */
export function linesOf(pages: readonly string[]): readonly PageLine[] {
  return pages.flatMap((page, index) =>
    [...page.matchAll(/[^\n]+/g)].flatMap((match): readonly PageLine[] => {
      const text = match[0].trim()
      if (text === '') return []
      const start = match.index + match[0].indexOf(text)
      return [{ text, page: index + 1, start, end: start + text.length }]
    }),
  )
}

/**
 * The value that follows a label (`Claim number: 12`), on the label's line or, where that is empty,
 * on the next one; the first that there is. Labels are compared without regard to case.
 */
export function findLabelled(lines: readonly PageLine[], labels: readonly string[]): Found | null {
  for (const [index, line] of lines.entries()) {
    const value = labelledValue(line, labels)
    if (value === null) continue
    if (value.value !== '') return value
    const next = lines[index + 1]
    if (next && !/^[A-Z][\w /#.()-]{1,40}:/.test(next.text)) return foundLine(next)
  }
  return null
}

/** The value on a line that begins with one of the labels; empty where nothing follows; else null. */
export function labelledValue(line: PageLine, labels: readonly string[]): Found | null {
  const lower = line.text.toLowerCase()
  for (const label of labels) {
    if (!lower.startsWith(label.toLowerCase())) continue
    const rest = line.text.slice(label.length)
    const match = /^(?:\s*(?:#|no\.?)?\s*\d{0,2})?\s*:\s*/i.exec(rest)
    if (!match) continue
    const start = line.start + label.length + match[0].length
    return { value: rest.slice(match[0].length).trim(), page: line.page, start, end: line.end }
  }
  return null
}

/** Whether a line is one of the headings, alone on its line. */
export function isHeading(line: PageLine, headings: readonly string[]): boolean {
  const words = line.text.replace(/[:.\s]+$/, '').toLowerCase()
  return headings.some((heading) => heading.toLowerCase() === words)
}

/** The lines from after a heading up to the next of the others; empty where it is not there. */
export function sectionAfter(
  lines: readonly PageLine[],
  headings: readonly string[],
  others: readonly string[],
): readonly PageLine[] {
  const from = lines.findIndex((line) => isHeading(line, headings))
  if (from < 0) return []
  const rest = lines.slice(from + 1)
  const to = rest.findIndex((line) => isHeading(line, others))
  return to < 0 ? rest : rest.slice(0, to)
}

/** The first match of a pattern in the running text of the pages; line breaks count as spaces. */
export function findWords(pages: readonly string[], pattern: RegExp): Found | null {
  for (const [index, page] of pages.entries()) {
    const match = pattern.exec(page.replaceAll(/\s/g, ' '))
    if (match) {
      return {
        value: (match[1] ?? match[0]).trim(),
        page: index + 1,
        start: match.index,
        end: match.index + match[0].length,
      }
    }
  }
  return null
}

export function foundLine(line: PageLine): Found {
  return { value: line.text, page: line.page, start: line.start, end: line.end }
}

/** The day that stands in the value: `12/05/2016`, `December 5, 2016`, `2016-12-05`; else null. */
export function dayIn(found: Found | null): Found<PlainDate> | null {
  if (!found) return null
  const day = dayInText(found.value)
  return day ? { ...found, value: day } : null
}

export function dayInText(text: string): PlainDate | null {
  const american = /\b\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})\b/.exec(text)
  if (american) return parseAmericanDate(american[0])
  const iso = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(text)
  if (iso) return plainDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = /\b([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})\b/.exec(text)
  const month = months.findIndex((name) =>
    named?.[1] ? name.startsWith(named[1].toLowerCase().slice(0, 3)) : false,
  )
  return named && month >= 0 ? plainDateOf(Number(named[3]), month + 1, Number(named[2])) : null
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
