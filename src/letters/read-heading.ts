import type { Issue } from '#determination'
import { type PlainDate, parseAmericanDate } from '#foundation'
import { categorise } from './categorise.ts'
import { findBodyRegions } from './find-body-regions.ts'
import type { Finding } from './read-letter-types.ts'

/** What the heading of an issue says besides its words. */
export type HeadingFacts = {
  readonly partial: NonNullable<Issue['partial']> | null
  readonly associatedSurgicalService: boolean
  readonly retrospective: boolean
  readonly datesOfService: readonly PlainDate[]
  readonly category: string | null
  readonly subcategory: string | null
  readonly bodyRegions: readonly string[]
}

/**
 * Reads a heading (handbook, letters.md 4, `title`): what was requested, authorized and remains;
 * associated surgical service; retrospective with its dates of service; category; body regions.
 * A substitute that was authorized instead leaves the whole request in dispute: no remainder, a
 * finding. `where` is the issue's path for findings.
 */
export function readHeading(treatment: string, where: string, findings: Finding[]): HeadingFacts {
  const dates = readDatesOfService(treatment, where, findings)
  const category = categorise(treatment)
  if (substitute.test(treatment)) {
    findings.push({
      code: 'substitute-authorized',
      message: 'another service was authorized instead; the whole request stays in dispute',
      where: `${where}.treatment`,
    })
  }
  return {
    partial: readPartial(treatment),
    associatedSurgicalService: /^\s*Associated\s+surgical\s+(?:service|item|procedure)s?\b/i.test(
      treatment,
    ),
    retrospective: /\bretro(?:spective(?:ly)?)?\b/i.test(treatment) || dates.length > 0,
    datesOfService: dates,
    category: category?.category ?? null,
    subcategory: category?.subcategory ?? null,
    bodyRegions: findBodyRegions(treatment),
  }
}

const substitute = /\bleaving the (?:original request|entire request|remainder)[^.]*IMR eligible/i

/**
 * "X was the original request. Y was authorized by the Claims Administrator. The remaining IMR
 * eligible portion of the original request, Z is".
 */
function readPartial(treatment: string): NonNullable<Issue['partial']> | null {
  if (!/original requests?\b/i.test(treatment)) return null
  const match =
    /^(.+?)[\s,]{1,3}(?:was|were) the original requests?\.?\s+(.+?)[\s,]{1,3}(?:was|were) (?:authorized|certified|approved) by the Claims Administrator\.?\s+The remaining(?: IMR)? eligible portions? of the original requests?,?(?: (?:is|are) for)?\s*:?\s*(.+?)(?:,?\s+(?:is|are))?\s*$/i.exec(
      treatment,
    )
  if (!match) return null
  const [, requested = '', authorized = '', remainder = ''] = match
  return { requested, authorized, remainder }
}

const introduced =
  /\b(?:DOS|D\.O\.S\.?|dates?\s+of\s+service)\b[\s:;,-]*(?:of\s+|on\s+|from\s+)?((?:\d{1,2}[/-]\d{1,4}(?:[/-]\d{1,4})?[\s,;&]*(?:and\s+|to\s+|through\s+|thru\s+|[-–]\s*)?)+)/gi
const oneDate = /\d{1,2}([/-])\d{1,4}(?:\1\d{1,4})?/g

function readDatesOfService(
  treatment: string,
  where: string,
  findings: Finding[],
): readonly PlainDate[] {
  const dates: PlainDate[] = []
  const take = (printed: string) => {
    const date = parseAmericanDate(printed)
    if (date === null) {
      findings.push({
        code: 'impossible-date',
        message: `${printed} is not a day that exists`,
        where: `${where}.datesOfService`,
      })
    } else if (!dates.includes(date)) dates.push(date)
  }
  for (const match of treatment.matchAll(introduced)) {
    for (const [printed] of (match[1] ?? '').matchAll(oneDate)) take(printed)
  }
  // "Retrospective … (11/14/16)": a retrospective request dates its service without saying DOS.
  if (dates.length === 0 && /\bretro(?:spective(?:ly)?)?\b/i.test(treatment)) {
    for (const match of treatment.matchAll(
      /(?<![\d/.-])\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-])/g,
    )) {
      take(match[0])
    }
  }
  return dates
}
