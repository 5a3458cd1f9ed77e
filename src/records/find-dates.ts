import { type PartialDate, type PlainDate, plainDateOf, type TextSpan } from '#foundation'

/** A date as the text has it: no more precise than it was written. */
export type FoundDate = {
  readonly span: TextSpan
  readonly date: PartialDate
  /** "about", "approximately", "on or about", "early", "late". */
  readonly approximate?: true
  /** The text names no year; it is the last such day not after the anchor. */
  readonly yearFromAnchor?: true
}

/**
 * The dates that a clinical text states, in the order of the text. Scores (motor 4/5, pain 7/10),
 * spinal levels (L4-5), doses (10/325), ratios, ranges and typing errors (10/204) are not dates;
 * where a reading would be a guess, nothing is found. `anchor` is the day of the document: it
 * settles the century of two-digit years and the year of days written without one; without it
 * such days are not found. Authority: handbook, clinical 2.4.
 */
export function findDates(text: string, anchor?: PlainDate): readonly FoundDate[] {
  const candidates: FoundDate[] = []
  for (const { pattern, read } of grammar) {
    for (const match of text.matchAll(pattern)) {
      const found = read(match, text, anchor)
      if (!found) continue
      candidates.push({
        span: { start: match.index, end: match.index + match[0].length },
        date: found.date,
        ...(isApproximate(before(text, match.index, 24)) ? { approximate: true as const } : {}),
        ...(found.yearFromAnchor ? { yearFromAnchor: true as const } : {}),
      })
    }
  }
  return withFollowingYears(text, keepLongest(candidates))
}

/** A mistyped date: it looks like one and names no day that exists. Never repaired. */
export function findMistypedDates(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = []
  const looksDated = /(?<![\w/.-])\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})(?![\w/]|-\d|\.\d)/g
  for (const match of text.matchAll(looksDated)) {
    const [first, second, third] = match[0].split(/[/-]/)
    if (isImpossibleDay(Number(first), Number(second), third ?? '')) spans.push(spanOf(match))
  }
  const noYear = /(?<![\w/.-])(?:0?[1-9]|1[0-2])\/(?:\d{3}|\d{5,6})(?![\w/]|-\d|\.\d)/g
  for (const match of text.matchAll(noYear)) {
    const lead = before(text, match.index, 24)
    if (/\b(?:dated|in|since|of|on|until|from)\s$/i.test(lead) && !isScored(text, match)) {
      spans.push(spanOf(match))
    }
  }
  return spans.toSorted((first, second) => first.start - second.start)
}

const spanOf = (match: RegExpExecArray): TextSpan => ({
  start: match.index,
  end: match.index + match[0].length,
})

function isImpossibleDay(monthNumber: number, dayOfMonth: number, written: string): boolean {
  const full = written.length === 4 ? Number(written) : 2000 + Number(written)
  return plainDateOf(full, monthNumber, dayOfMonth) === null
}

type Reading = { readonly date: PartialDate; readonly yearFromAnchor?: true }
type Rule = {
  readonly pattern: RegExp
  readonly read: (
    match: RegExpExecArray,
    text: string,
    anchor: PlainDate | undefined,
  ) => Reading | null
}

// A date broken at the end of a line continues on the next.
const lineBreak = String.raw`(?:[ \t]*(?:\r?\n[ \t]*){1,2})?`
const slash = String.raw`[ \t]?\/${lineBreak}[ \t]?`
const dash = String.raw`[-\u2010-\u2013]${lineBreak}`
const notBefore = String.raw`(?<![\w/#$]|\d[.,:-]|[A-Za-z]-|[\u2010-\u2013])`
const notAfter = String.raw`(?![\d%a-z]|[/\u2010-\u2013-]\d|[.,:]\d)`
const year4 = '(?:19|20)\\d\\d'
const monthName =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|' +
  'Sept(?:ember)?|Sep|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?' +
  '|JAN(?:UARY)?|FEB(?:RUARY)?|MARCH|MAR|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|' +
  'SEPT(?:EMBER)?|SEP|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)'
const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'

const grammar: readonly Rule[] = [
  {
    // 02/13/2017 and 2/13/17
    pattern: new RegExp(
      `${notBefore}(\\d{1,2})${slash}(\\d{1,2})${slash}(\\d{4}|\\d{2})${notAfter}`,
      'g',
    ),
    read: readMonthDayYear,
  },
  {
    // 02-13-2017 and 2-13-17
    pattern: new RegExp(
      `${notBefore}(\\d{1,2})${dash}(\\d{1,2})${dash}(\\d{4}|\\d{2})${notAfter}`,
      'g',
    ),
    read: (match, text, anchor) =>
      match[3]?.length === 2 && isMeasured(text, match)
        ? null
        : readMonthDayYear(match, text, anchor),
  },
  {
    // 2.13.2017; with two digits only after a word that announces a date
    pattern: new RegExp(`${notBefore}(\\d{1,2})\\.(\\d{1,2})\\.(${year4}|\\d{2})${notAfter}`, 'g'),
    read: (match, text, anchor) =>
      match[3]?.length === 4 || announces(before(text, match.index, 24))
        ? readMonthDayYear(match, text, anchor)
        : null,
  },
  {
    // 2017-02-13
    pattern: new RegExp(`${notBefore}(${year4})([/-])(\\d{1,2})\\2(\\d{1,2})(?!\\d|[/-]\\d)`, 'g'),
    read: (match) => day(Number(match[1]), Number(match[3]), Number(match[4])),
  },
  {
    // February 13, 2017
    pattern: new RegExp(
      `\\b(${monthName})\\.?\\s{1,2}(${dayNumber})(?:\\s?(?:-|\\u2013|to|through|and|&)\\s?${dayNumber})?(?:,\\s{0,2}|\\s{1,2}(?:of\\s)?)(${year4})\\b`,
      'g',
    ),
    read: (match) => day(Number(match[3]), monthOf(match[1]), Number.parseInt(match[2] ?? '', 10)),
  },
  {
    // 13 February 2017, 13th of February, 2017, 13-Feb-2017, 13FEB2017
    pattern: new RegExp(
      `(?<![\\w/.-])(${dayNumber})(?:\\s(?:of\\s)?|-)?(${monthName})\\.?(?:,?\\s|-)?(${year4})\\b`,
      'g',
    ),
    read: (match) => day(Number(match[3]), monthOf(match[2]), Number.parseInt(match[1] ?? '', 10)),
  },
  {
    // February 2017, February of 2017, Feb. 2017, Feb '17
    pattern: new RegExp(`\\b(${monthName})\\.?,?\\s(?:of\\s)?(${year4}|['\\u2019]\\d\\d)\\b`, 'g'),
    read: (match, text) => {
      if (isCounted(text, match)) return null
      const year = match[2] ?? ''
      return month(year.length === 4 ? Number(year) : fullYear(year.slice(1)), monthOf(match[1]))
    },
  },
  {
    // 06/2014; with a dash only after a word that announces a date
    pattern: new RegExp(`${notBefore}(0?[1-9]|1[0-2])([/-])(${year4})${notAfter}`, 'g'),
    read: (match, text) =>
      (match[2] === '/' || announces(before(text, match.index, 24))) && !isCounted(text, match)
        ? month(Number(match[3]), Number(match[1]))
        : null,
  },
  {
    // "in 04/14": a month of a year, only where a score is out of the question
    pattern: new RegExp(`${notBefore}(0?[1-9]|1[0-2])\\/(\\d\\d)${notAfter}`, 'g'),
    read: readMonthOfShortYear,
  },
  {
    // "on 4/14": a day of the anchor's year or the one before
    pattern: new RegExp(`${notBefore}(0?[1-9]|1[0-2])\\/(0?[1-9]|[12]\\d|3[01])${notAfter}`, 'g'),
    read: (match, text, anchor) => {
      if (!anchor || isScored(text, match) || isMeasured(text, match)) return null
      const lead = before(text, match.index, 24)
      if (!/\b(?:on|dated)\s$/i.test(lead)) return null
      if ((match[2] === '5' || match[2] === '10') && !match[1]?.startsWith('0')) return null
      return dayBefore(anchor, Number(match[1]), Number(match[2]))
    },
  },
  {
    // "on August 1st"
    pattern: new RegExp(`\\b(${monthName})\\.?\\s(${dayNumber})(?!\\d|[,/.-]?\\s?\\d)`, 'g'),
    read: (match, text, anchor) => {
      if (!anchor || isMeasured(text, match)) return null
      if (!announces(before(text, match.index, 24)) && !/\D$/.test(match[2] ?? '')) return null
      return dayBefore(anchor, monthOf(match[1]), Number.parseInt(match[2] ?? '', 10))
    },
  },
  {
    // "in 2011", "since 1973", "(1992)"
    pattern: new RegExp(
      `(?<![\\w/.,$#-])(${year4})(?![\\w%]|[-/.,]\\d(?!\\d{3}\\b)|['\\u2019]s)`,
      'g',
    ),
    read: (match, text) => {
      const lead = before(text, match.index, 28)
      const inBrackets = lead.endsWith('(') && text[match.index + 4] === ')'
      if (!inBrackets && !announcesYear(lead)) return null
      return isCounted(text, match) ? null : year(Number(match[1]))
    },
  },
]

function readMonthDayYear(
  match: RegExpExecArray,
  _text: string,
  anchor: PlainDate | undefined,
): Reading | null {
  const written = match[3] ?? ''
  const full = written.length === 4 ? Number(written) : fullYear(written, anchor)
  return day(full, Number(match[1]), Number(match[2]))
}

function readMonthOfShortYear(match: RegExpExecArray, text: string): Reading | null {
  const lead = before(text, match.index, 24)
  const short = match[2] ?? ''
  const inBrackets = /[(]$/.test(lead) && Number(short) >= 70
  const announced =
    /\b(?:in|since|predates?d?|before|until|till|circa|early|mid|late)\s(?:about\s|early\s|mid\s|late\s)?$/i.test(
      lead,
    )
  if (!inBrackets && !announced) return null
  if (isScored(text, match) || isMeasured(text, match)) return null
  // "in 4/5" and "in 7/10" may be a grade or a pain score: only `04/10` is surely a month.
  if ((short === '05' || short === '10') && !match[1]?.startsWith('0')) return null
  return month(fullYear(short), Number(match[1]))
}

/** Two digits mean 1970–2069; never a day long after the document's own. */
function fullYear(short: string, anchor?: PlainDate): number {
  const number = Number(short)
  const full = number < 70 ? 2000 + number : 1900 + number
  return anchor && full > Number(anchor.slice(0, 4)) + 2 ? full - 100 : full
}

function day(fullYearNumber: number, monthNumber: number, dayOfMonth: number): Reading | null {
  if (fullYearNumber < 1900 || fullYearNumber > 2099) return null
  const value = plainDateOf(fullYearNumber, monthNumber, dayOfMonth)
  return value && { date: { precision: 'day', value } }
}

function month(fullYearNumber: number, monthNumber: number): Reading | null {
  if (monthNumber < 1 || monthNumber > 12) return null
  const value = `${fullYearNumber}-${String(monthNumber).padStart(2, '0')}`
  return { date: { precision: 'month', value } }
}

const year = (fullYearNumber: number): Reading => ({
  date: { precision: 'year', value: String(fullYearNumber) },
})

/** The last such day that is not after the anchor. */
function dayBefore(anchor: PlainDate, monthNumber: number, dayOfMonth: number): Reading | null {
  const anchorYear = Number(anchor.slice(0, 4))
  for (const candidate of [anchorYear, anchorYear - 1]) {
    const value = plainDateOf(candidate, monthNumber, dayOfMonth)
    if (value && value <= anchor) {
      return { date: { precision: 'day', value }, yearFromAnchor: true }
    }
  }
  return null
}

const monthStarts = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]
const monthOf = (name: string | undefined) =>
  monthStarts.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1

function before(text: string, index: number, length: number): string {
  return text.slice(Math.max(0, index - length), index).replaceAll(/\s+/g, ' ')
}

function after(text: string, match: RegExpExecArray): string {
  const end = match.index + match[0].length
  return text.slice(end, end + 24).replaceAll(/\s+/g, ' ')
}

const isApproximate = (lead: string) =>
  /(?:\b(?:about|approximately|approx\.?|around|circa|early|mid|late)|~)[ -](?:in |on |of )?$/i.test(
    lead,
  )

const announces = (lead: string) =>
  /(?:\b(?:on|dated?|of|since|until|till|from|through|thru|to|by|before|after|in)\s|:\s?|\()$/i.test(
    lead,
  )

const announcesYear = (lead: string) =>
  /\b(?:in|since|from|until|till|during|circa|before|after|around|about|by|year|early|mid|late|spring|summer|fall|autumn|winter|of)[ -](?:early |mid[ -]|late |the year |about )?$/i.test(
    lead,
  )

/** A number that counts or measures something is no date. */
const isMeasured = (text: string, match: RegExpExecArray) =>
  /^\s?(?:mg|mcg|ml|cc|mm|cm|kg|lbs?|pounds?|degrees?|deg|times|x\b|visits?|sessions?|weeks?|wks?|days?|months?|minutes?|hours?|tablets?|tabs?|reps?|%)/i.test(
    after(text, match),
  )

const isCounted = (text: string, match: RegExpExecArray) =>
  isMeasured(text, match) ||
  /^\s?(?:units?|IU|steps|calories|kcal|feet|ft|g\b|dollars|patients|people|subjects|pages)/i.test(
    after(text, match),
  )

const scoreWords =
  /\b(?:pain|VAS|score[sd]?|scale|strength|motor|power|muscles?|reflex(?:es)?|DTRs?|graded?|rat(?:ed|ing|es)|level|intensity|severity|worst|sensation|pulses?|flexion|extension|abduction|grip|out of|acuity|vision|pressure|BP|Norco|mg|GAF)\b/i

/** Whether the words around a fraction speak of a grade, a pain score or a dose. */
function isScored(text: string, match: RegExpExecArray): boolean {
  const lead =
    before(text, match.index, 48)
      .split(/[.;](?=\s)/)
      .at(-1) ?? ''
  return (
    scoreWords.test(lead) ||
    /^\s?[+-]|^\s?(?:strength|motor|power|pain|on (?:the )?(?:VAS|pain)|in (?:the )?(?:right|left|bilateral)|throughout|bilaterally|muscle)/i.test(
      after(text, match),
    )
  )
}

/** Of overlapping readings the longer stands: 4/10/97 is a day, not a score and a rest. */
function keepLongest(candidates: readonly FoundDate[]): FoundDate[] {
  const sorted = candidates.toSorted(
    (first, second) => first.span.start - second.span.start || second.span.end - first.span.end,
  )
  const kept: FoundDate[] = []
  for (const candidate of sorted) {
    const last = kept.at(-1)
    if (!last || candidate.span.start >= last.span.end) kept.push(candidate)
    else if (length(candidate) > length(last)) kept[kept.length - 1] = candidate
  }
  return kept
}

const length = (found: FoundDate) => found.span.end - found.span.start

/** "in 1990, 1994 and 1996", "from 1990 to 1994", "in 2005/2006": years that follow a year. */
function withFollowingYears(text: string, found: readonly FoundDate[]): FoundDate[] {
  const all: FoundDate[] = []
  const next = new RegExp(
    `^(?:, (?:and )?|,? and | to |-|\\u2013|/)(${year4})(?![\\w%]|[-/.,]\\d|['\\u2019]s)`,
  )
  for (const one of found) {
    all.push(one)
    if (one.date.precision !== 'year') continue
    let end = one.span.end
    let match = next.exec(text.slice(end, end + 16))
    while (match?.[1]) {
      const start = end + match[0].length - 4
      if (!found.some(({ span }) => span.start <= start && start < span.end)) {
        all.push({
          span: { start, end: start + 4 },
          date: { precision: 'year', value: match[1] },
        })
      }
      end = start + 4
      match = next.exec(text.slice(end, end + 16))
    }
  }
  return all
}
