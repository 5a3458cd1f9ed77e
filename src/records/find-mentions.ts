import type { PartialDate, PlainDate, TextSpan } from '#foundation'
import {
  anyReport,
  type MentionLexicon,
  mentionLexicons,
  notYetThere,
} from './document-mentions.ts'
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
  /(?:^|[\s,(])(?:(?:was |were |is )?(?:dated|performed|done|obtained|taken|completed|signed|issued|conducted|date)|of|from)(?:\s(?:on|of|by the [a-z ]+ on))?\s*:?\s*$/i
const doneOn = /(?:^|\s)on\s*$/i
const listed = /[,(\u2013-]\s*$/

/**
 * The documents that a text speaks of with a date: "MRI of the lumbar spine dated 6-11-2015",
 * "progress report, 06/20/2016, Dr. Fairbrook", "the 12/9/16 Doctor's First Report", "seen by
 * Dr. Chen on 03/02/2026". What was only asked for, ordered or planned is not spoken of as there.
 */
export function findMentions(text: string, anchor?: PlainDate): readonly Mention[] {
  const mentions: Mention[] = []
  let floor = 0
  for (const found of findDates(text, anchor)) {
    const { span, date } = found
    if (found.yearFromAnchor) continue
    const start = Math.max(floor, span.start - 110)
    const lead = sentenceEnd(text.slice(start, span.start))
    const mention =
      mentionBefore(lead, span, date, text) ?? mentionAfter(lead, span, date, text) ?? null
    if (mention) mentions.push(mention)
    floor = span.end
  }
  return mentions
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
  span: TextSpan,
  date: PartialDate,
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
      date,
      author: seen[1].replaceAll(/\s+/g, ' '),
    }
  }
  const noun = lastNoun(lead)
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
    /\b(?:requested|recommended|ordered|scheduled|planned|pending|injury|birth)\b/i.test(between)
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
    date,
    ...(by ? { author: by } : {}),
  }
}

function mentionAfter(
  lead: string,
  span: TextSpan,
  date: PartialDate,
  text: string,
): Mention | null {
  if (!/\b(?:the|an?|his|her|provider'?s|physician'?s|on|per|following)\s+$/i.test(lead))
    return null
  const rest = text.slice(span.end, span.end + 60)
  const gap = /^\s*\(?\s*/.exec(rest)?.[0] ?? ''
  for (const { lexicon, atStart } of compiled) {
    if (lexicon === anyReport) continue
    const match = atStart.exec(rest.slice(gap.length))
    if (!match) continue
    // "On 08/29/2016 MRI was requested": asked for, not there.
    const then = rest.slice(gap.length + match[0].length)
    if (/^\s+(?:was|were|is)\s+(?:request|recommend|order|schedul|den|non)/i.test(then)) return null
    return {
      span: { start: span.start, end: span.end + gap.length + match[0].length },
      lexicon,
      what: match[0].replaceAll(/\s+/g, ' '),
      date,
    }
  }
  return null
}

const consultations: MentionLexicon = {
  ...anyReport,
  kind: 'consultation',
}

type Noun = { readonly lexicon: MentionLexicon; readonly start: number; readonly end: number }

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
