import type { PartialDate, PlainDate, TextSpan } from '#foundation'
import {
  anyReport,
  type MentionLexicon,
  mentionLexicons,
  notYetThere,
} from './document-mentions.ts'
import { type DateOrRange, withRanges } from './find-date-ranges.ts'
import { findDates } from './find-dates.ts'

/** A passage that speaks of a dated document. */
export type Mention = {
  readonly span: TextSpan
  readonly lexicon: MentionLexicon
  /** The document in the words of the text: "MRI of the lumbar spine". */
  readonly what: string
  readonly date: PartialDate
  /** Last day, where the text speaks of documents of a time: "PT notes, 3/1/2026 to 4/15/2026". */
  readonly through?: PartialDate
  /** "Dr. Chen", where the text names who wrote it. */
  readonly author?: string
}

const person = String.raw`(?:Dr\.?\s+[A-Z][\p{L}'-]+(?:\s+[A-Z][\p{L}'-]+)?|[A-Z][\p{L}'-]+\s+[A-Z][\p{L}'-]+,\s(?:MD|M\.D\.|DO|D\.O\.|DC|PhD|PsyD|PA-C|NP))`
const flags = 'giu'

const compiled = [...mentionLexicons, anyReport].map((lexicon) => ({
  lexicon,
  anywhere: new RegExp(`(?<![\\p{L}/-])(?:${lexicon.phrase})(?![\\p{L}-])`, flags),
  atStart: new RegExp(`^(?:${lexicon.phrase})(?![\\p{L}-])`, 'iu'),
}))
const coming = new RegExp(`(?:${notYetThere})\\s*$`, 'i')
const link =
  /(?:^|[\s,(])(?:(?:was |were |is )?(?:dated|performed|done|obtained|taken|completed|signed|issued|conducted|date|date of service|DOS)|of|from)(?:\s(?:on|of|by the [a-z ]+ on))?\s*:?\s*$/i
const doneOn = /(?:^|\s)on\s*$/i
const listed = /[,(\u2013-]\s*$/
const listGap =
  /^[ \t]*[:,.\u2013-]?[ \t]*(?:Dr\.?\s[A-Z][\p{L}'-]+,?\s)?(?:(?:right|left|bilateral|cervical|thoracic|lumbar|knee|shoulder|hip|ankle|wrist|spine)\s){0,3}/iu

/**
 * The documents that a text speaks of with a date: "MRI of the lumbar spine dated 6-11-2015",
 * "progress report, 06/20/2016, Dr. Fairbrook", "the 12/9/16 Doctor's First Report", "seen by
 * Dr. Chen on 03/02/2026", "PR-2s dated 1/5/26, 2/6/26 and 3/9/26", "PT notes 3/1-4/15/2026"; in a
 * list also "03/02/2026: MRI". What was only asked for, ordered or planned is not spoken of as there.
 */
export function findMentions(text: string, anchor?: PlainDate): readonly Mention[] {
  const mentions: Mention[] = []
  const dates = findDates(text, anchor).filter(({ yearFromAnchor }) => !yearFromAnchor)
  let floor = 0
  let last: { readonly mention: Mention; readonly end: number } | null = null
  for (const found of withRanges(text, dates)) {
    const { span } = found
    const start = Math.max(floor, span.start - 110)
    const lead = sentenceEnd(text.slice(start, span.start))
    const mention: Mention | null =
      mentionBefore(lead, found, text) ??
      mentionAfter(lead, found, text) ??
      (last && oneMore.test(text.slice(last.end, span.start))
        ? mentionOnceMore(last.mention, found)
        : null)
    if (mention) mentions.push(mention)
    last = mention ? { mention, end: span.end } : null
    floor = span.end
  }
  return mentions
}

/** "dated 1/5/26, 2/6/26 and 3/9/26": one more date of the same. */
const oneMore = /^\s*(?:,|;|,?\s*and|&)\s*$/i

function mentionOnceMore(mention: Mention, { span, date, through }: DateOrRange): Mention {
  return { lexicon: mention.lexicon, what: mention.what, span, ...timeOf({ date, through }) }
}

function timeOf({
  date,
  through,
}: {
  readonly date: PartialDate
  readonly through: PartialDate | undefined
}): Pick<Mention, 'date' | 'through'> {
  return through ? { date, through } : { date }
}

/** The part of a text after its last end of sentence; numbered lines begin anew. */
function sentenceEnd(lead: string): string {
  const cut = lead.search(
    /(?:(?<!\bDr|\bMr|\bMs|\bMrs|\bSt|\d)\.\s|[;:]\s(?!.*[.;:]\s)|\n\s*(?:\d{1,2}[.)]|[-\u2022*])\s)(?![\s\S]*(?:(?<!\bDr|\bMr|\bMs|\bMrs|\bSt|\d)\.\s|\n\s*(?:\d{1,2}[.)]|[-\u2022*])\s))/,
  )
  return cut < 0 ? lead : lead.slice(cut + 1)
}

function mentionBefore(
  lead: string,
  { span, date, through }: DateOrRange,
  text: string,
): Mention | null {
  const seen = new RegExp(
    `(?:seen|evaluated|examined) by (${person})[^.;]{0,30}\\son\\s*$`,
    'u',
  ).exec(lead)
  if (seen?.[1]) {
    return {
      span: { start: span.start - (lead.length - seen.index), end: span.end },
      lexicon: consultations,
      what: 'report',
      ...timeOf({ date, through }),
      author: seen[1].replaceAll(/\s+/g, ' '),
    }
  }
  const noun = nounOf(lead)
  if (!noun) return null
  const between = lead.slice(noun.end)
  if (between.length > 72 || /\d{1,2}[/-]\d{1,2}[/-]\d/.test(between)) return null
  const isLinked =
    link.test(between) ||
    (noun.lexicon.study && doneOn.test(between)) ||
    (listed.test(between) && between.length < 48) ||
    /^\s*$/.test(between)
  if (!isLinked) return null
  if (
    /\b(?:requested|recommended|ordered|scheduled|planned|pending|injury|birth|delivery|estimated)\b/i.test(
      between,
    ) ||
    // The head of a report names its own day below its title.
    /\n\s*(?:DOS|date of service)\b/i.test(between)
  ) {
    return null
  }
  if (coming.test(lead.slice(0, noun.start))) return null
  const author = authorIn(between) ?? authorIn(following(text, span))
  // "report" alone names a document only together with its author.
  if (noun.lexicon === anyReport && !author && !authorIn(lead)) return null
  const by = author ?? authorIn(lead)
  return {
    span: { start: span.start - (lead.length - noun.start), end: span.end },
    lexicon: noun.lexicon,
    what: describe(lead.slice(noun.start, noun.end), between),
    ...timeOf({ date, through }),
    ...(by ? { author: by } : {}),
  }
}

function mentionAfter(
  lead: string,
  { span, date, through }: DateOrRange,
  text: string,
): Mention | null {
  const rest = text.slice(span.end, span.end + 90)
  const announced = /\b(?:the|an?|his|her|provider'?s|physician'?s|on|per|following)\s+$/i.test(
    lead,
  )
  // In a list of papers the day comes first: "3. 03/02/2026: MRI lumbar spine".
  const listed = beginsItem(text, span.start)
  if (!announced && !listed) return null
  const gap = (announced ? /^\s*\(?\s*/ : listGap).exec(rest)?.[0]
  if (gap === undefined) return null
  for (const { lexicon, atStart } of compiled) {
    if (lexicon === anyReport) continue
    const match = atStart.exec(rest.slice(gap.length))
    if (!match) continue
    // "On 08/29/2016 MRI was requested": asked for, not there.
    const then = rest.slice(gap.length + match[0].length)
    if (/^\s+(?:(?:was|were|is)\s+)?(?:request|recommend|order|schedul|den|non)/i.test(then)) {
      return null
    }
    return {
      span: { start: span.start, end: span.end + gap.length + match[0].length },
      lexicon,
      what: match[0].replaceAll(/\s+/g, ' '),
      ...timeOf({ date, through }),
    }
  }
  return null
}

/** Whether a place begins an item of a list: numbered, or on a line that no sentence runs on to. */
function beginsItem(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1
  if (/^[ \t]*(?:\(?\d{1,3}[.)]|[-\u2022*])[ \t]*$/.test(text.slice(start, at))) return true
  if (text.slice(start, at).trim() !== '') return false
  const before = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1)).trim()
  return before.length < 60 || /[.;:]$/.test(before)
}

const consultations: MentionLexicon = {
  ...anyReport,
  kind: 'consultation',
}

type Noun = { readonly lexicon: MentionLexicon; readonly start: number; readonly end: number }

/** "The QME, in a report dated …": the report is that of the phrase before it. */
function nounOf(lead: string): Noun | null {
  const noun = lastNoun(lead)
  if (noun?.lexicon !== anyReport) return noun
  const before = lastNoun(lead.slice(0, noun.start))
  const gap = before ? lead.slice(before.end, noun.start) : ''
  return before && before.lexicon !== anyReport && /^[^.;:\n]{0,24}$/.test(gap)
    ? { ...before, end: noun.end }
    : noun
}

/** The last phrase for a document before the date; the more specific one where two overlap. */
function lastNoun(lead: string): Noun | null {
  let best: Noun | null = null
  for (const { lexicon, anywhere } of compiled) {
    for (const match of lead.matchAll(anywhere)) {
      const noun = { lexicon, start: match.index, end: match.index + match[0].length }
      if (!best || (noun.start > best.end && lexicon !== anyReport) || noun.end > best.end + 12) {
        best = noun
      }
    }
  }
  return best
}

const following = (text: string, span: TextSpan) =>
  /^,\s*(?:Dr\.|[^.;\n]){0,40}/.exec(text.slice(span.end, span.end + 48))?.[0] ?? ''

function authorIn(text: string): string | null {
  const match = new RegExp(person, 'u').exec(text)
  return match ? match[0].replaceAll(/\s+/g, ' ').replace(/['\u2019]s$/, '') : null
}

/** "MRI" and " of the lumbar spine, dated " make "MRI of the lumbar spine". */
function describe(noun: string, between: string): string {
  const more = between
    .replaceAll(/\s+/g, ' ')
    .replace(
      /[\s,(]*(?:(?:was|were|is)\s)?(?:dated|performed|done|obtained|taken|completed|signed|issued|conducted|date|from|on|of)?(?:\s(?:on|of))?[\s:,(-]*$/i,
      '',
    )
    .replace(new RegExp(`[\\s,]*(?:of|by|from)?\\s*${person}.*$`, 'u'), '')
  const kept =
    /^\s(?:of|right|left|bilateral|cervical|thoracic|lumbar|lumbosacral|shoulder|knee|hip|wrist|hand|sacrum|brain)\b/i.test(
      more,
    ) && more.length < 60
      ? more
      : ''
  return `${noun.replaceAll(/\s+/g, ' ')}${kept}`.trim()
}
