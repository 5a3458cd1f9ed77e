import type { Citation } from './citation.ts'
import { mtusChapters } from './citation-rules.ts'
import { expandPages } from './expand-pages.ts'
import { normaliseTitle } from './normalise-title.ts'
import { splitSections } from './split-sections.ts'

/**
 * The chapters cited in the words after "Decision based on MTUS": each chapter with its year, and
 * the sections and pages printed after it. Pages printed after several chapters go to the chapter
 * of the book in which they lie (seed: "Chapter 8 …, Chapter 12 … Page(s): 303-305, 177-179").
 */
export function parseMtusCitations(words: string): readonly Citation[] {
  const text = words.replace(/\s+/g, ' ').trim()
  const heads = findHeads(text)
  const citations = heads.map((head, index) => {
    const tail = text.slice(head.end, heads[index + 1]?.start ?? text.length)
    const { sections, pages } = parseTail(tail)
    return { source: 'MTUS' as const, title: head.title, edition: head.edition, sections, pages }
  })
  return sharePages(citations)
}

type Head = {
  readonly title: string
  readonly edition: string | null
  readonly start: number
  readonly end: number
}

const names = mtusChapters
  .flatMap((chapter) => [chapter.title, ...chapter.aliases])
  .toSorted((first, second) => second.length - first.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))

const known = new RegExp(
  '(?<lead>(?:^|[,;.]\\s*|\\s)(?:and\\s+)?(?:(?:CA|California|the)\\s+)?(?:MTUS[\\s,:/]+)?(?:General Approaches\\s+(?=ACOEM))?' +
    '(?:ACOEM(?: Practice)?(?: Guidelines?)?[\\s,:/-]+)?(?<chapter>Chapter\\s+\\d{1,2}[\\s:,-]*)?)' +
    `(?<title>${names.join('|')})(?![A-Za-z])(?:\\s+Guidelines?)?(?:,?\\s+Chapter(?:\\s+\\d{1,2})?(?![\\s\\w]*Complaints))?` +
    '(?:,?\\s+\\(?(?:[A-Z][a-z]+,?\\s+)?(?<year>(?:19|20)\\d{2})\\)?(?!\\d))?',
  'gi',
)

/** A chapter we do not know, recognised by the year after it. */
const unknown =
  /(?:^|,?\s+and\s+|[,;]\s+(?=ACOEM))(?<title>[A-Z][^:;.]*?),?\s+(?<year>(?:19|20)\d{2})(?=\s*(?:[,;.]|and\b|Section|Page|$))/g

function findHeads(text: string): readonly Head[] {
  const heads: Head[] = []
  for (const match of text.matchAll(known)) {
    const { lead = '', chapter, title = '', year } = match.groups ?? {}
    const start = match.index
    // A chapter's name is also the name of a section elsewhere: it heads a citation only with its
    // year, its chapter number, as a full title, or at the start.
    const atStart = start === 0 && /^[\s,]*/.test(lead)
    const full = /(?:complaints|treatment|guidelines?|disorders|conditions)$/i.test(
      match[0].replace(/,?\s*\(?(?:19|20)\d{2}\)?$/, ''),
    )
    if (year === undefined && chapter === undefined && !atStart && !full) continue
    if (year === undefined && chapter === undefined && insideSections(text, start, heads)) continue
    heads.push({
      title: normaliseTitle(title),
      edition: year ?? null,
      start,
      end: start + match[0].length,
    })
  }
  for (const match of text.matchAll(unknown)) {
    const start = match.index
    const end = start + match[0].length
    if (heads.some((head) => start < head.end && head.start < end)) continue
    heads.push({
      title: normaliseTitle(match.groups?.['title'] ?? ''),
      edition: match.groups?.['year'] ?? null,
      start,
      end,
    })
  }
  heads.sort((first, second) => first.start - second.start)
  if (heads.length > 0 && (heads[0]?.start ?? 0) <= leadIn(text)) return heads
  const first = wholeHead(text, heads[0]?.start ?? text.length)
  return first ? [first, ...heads] : heads
}

function insideSections(text: string, at: number, heads: readonly Head[]): boolean {
  const before = text.slice(heads.at(-1)?.end ?? 0, at)
  return /Section(?:\(s\)|s)?\s*:/i.test(before) && !/\band\s*$/i.test(text.slice(0, at + 5))
}

function leadIn(text: string): number {
  return /^(?:[\s,.:;]|and\b|the\b|ACOEM\b|MTUS\b|Guidelines?\b)*/i.exec(text)?.[0].length ?? 0
}

/** Words before the first known chapter, up to where sections or pages begin: "ACOEM Page(s): 503". */
function wholeHead(text: string, until: number): Head | null {
  const before = text.slice(0, until)
  const stop =
    /[\s,]{0,8}\b(?:Sections?(?:\(s\))?\s*:|pages?(?:\(s\))?\s*:?\s*\d|pgs?\.?\s*\d|pp?\.\s*\d)/i.exec(
      before,
    )
  const end = stop?.index ?? before.length
  const printed = before.slice(0, end).replace(/[\s.,;:]+$/, '')
  if (printed === '') return null
  return { title: normaliseTitle(printed), edition: null, start: 0, end }
}

const pageList =
  /[\s,(]{0,8}\b(?:pages?(?:\(s\))?|pgs?\.?|pp?\.)\s*:?\s*(\d{1,4}(?:\s*[-–—]\s*\d{1,4})?(?:\s*(?:,|;|&|and|,\s*and)?\s*\d{1,4}(?:\s*[-–—]\s*\d{1,4})?)*)\)?/gi

function parseTail(tail: string): { sections: readonly string[]; pages: readonly string[] } {
  const pages: string[] = []
  const rest = tail.replace(pageList, (_whole, list: string) => {
    for (const page of expandPages(list)) if (!pages.includes(page)) pages.push(page)
    return ' '
  })
  const sections = rest
    .replace(/\bSection(?:\(s\)|s)?\s*:\s*/gi, ', ')
    .replace(/\bPages?(?:\(s\))?\s*:\s*(?=[\s,.]*$)/i, ' ')
    .replace(/[\s,;.]{0,8}\band\s*$/i, '')
  return { sections: splitSections(sections), pages }
}

type Parsed = Citation & { readonly pages: readonly string[] }

function sharePages(citations: readonly Parsed[]): readonly Citation[] {
  const last = citations.at(-1)
  if (!last || citations.length < 2 || last.pages.length === 0) return citations
  if (citations.slice(0, -1).some((citation) => citation.pages.length > 0)) return citations
  const moved = citations.map(() => [] as string[])
  for (const page of last.pages) {
    const home = holds(last, page)
      ? citations.length - 1
      : citations.findIndex((citation) => holds(citation, page))
    moved[home < 0 ? citations.length - 1 : home]?.push(page)
  }
  return citations.map((citation, index) => ({ ...citation, pages: moved[index] ?? [] }))
}

function holds(citation: Citation, page: string): boolean {
  const range = mtusChapters.find((chapter) => chapter.title === citation.title)?.pages
  const first = Number.parseInt(page, 10)
  return range !== undefined && range[0] <= first && first <= range[1]
}
