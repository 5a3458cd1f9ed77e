import type { Citation } from './citation.ts'
import { odgChapters } from './citation-rules.ts'
import { expandPages } from './expand-pages.ts'
import { normaliseTitle } from './normalise-title.ts'
import { splitSections } from './split-sections.ts'

/**
 * The works cited in the words after "Decision based on Non-MTUS Citation": chapters of ODG with
 * the date of their update and their topics; everything else as `other`. The words are free text,
 * so an unknown work keeps its printed words as the title.
 */
export function parseOutsideCitations(words: string): readonly Citation[] {
  const text = words.replace(/\s+/g, ' ').trim()
  const works = splitWorks(text)
  const anyOdg = odg.test(text)
  const citations = works.flatMap((work) => {
    if (odg.test(work)) return parseOdg(work)
    if (anyOdg && startsWithChapter(work)) return parseOdg(work)
    return parseOther(work)
  })
  return citations
}

const odg = /\bODG\b|Official\s+Disability\s+Guide/i

function splitWorks(text: string): readonly string[] {
  return text
    .split(
      /(?:[;,.]\s*|\s+)and\s+(?:the\s+)?(?=(?:ODG|Official Disability Guidelines|ACOEM|MTUS)\b)|[;,.]\s+(?:the\s+)?(?=(?:ODG|Official Disability Guidelines)\b)|;\s+(?:and\s+)?(?=ACOEM\b|[A-Z])/,
    )
    .reduce<string[]>((works, piece) => {
      // A semicolon separates works only where a guideline or a known chapter follows it.
      const last = works.length - 1
      const begins = odg.test(piece) || /^ACOEM\b/.test(piece) || startsWithChapter(piece)
      if (last >= 0 && !begins) works[last] = `${works[last]}; ${piece}`
      else works.push(piece)
      return works
    }, [])
    .map((work) => work.replace(/^[\s,.;:]+|[\s,;:]+$/g, '').replace(/(?<!\b[A-Z]|ed)\.$/, ''))
    .filter((work) => work !== '')
}

const chapterNames = odgChapters
  .flatMap((chapter) => [chapter.title, ...chapter.aliases])
  .toSorted((first, second) => second.length - first.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|')

const chapterHead = new RegExp(
  `^(?:(?:the\\s+)?Chapter\\s*:?\\s*)?(?<name>${chapterNames})(?![A-Za-z])` +
    '(?:\\s*\\((?:sub)?(?:acute|chronic)(?:\\s*(?:&|and|/|,)\\s*(?:sub)?(?:acute|chronic))*\\))?' +
    '(?<word>\\s*\\(?chapters?\\)?)?',
  'i',
)

function startsWithChapter(text: string): boolean {
  const match = chapterHead.exec(text)
  return match !== null && /^\s*(?:$|[,:;.(/–-])/.test(text.slice(match[0].length))
}

function parseOdg(work: string): readonly Citation[] {
  const { text, edition } = takeEdition(work)
  const pages = takePages(text)
  let rest = pages.text
    .replace(/Official\s+Disability\s+Guide(?:lines?)?(?:\s*\(ODG\))?/gi, ' ')
    .replace(/\bODG(?:-TWC)?\b(?:\s*\(ODG\))?/g, ' ')
    .replace(/\bTreatment in Workers['’]?\s*Comp(?:ensation)?\.?(?:\s*\(TWC\))?/gi, ' ')
    .replace(/\bTreatment Index\b/gi, ' ')
    .replace(/\(\s*(?:ODG|TWC)?\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
  rest = trim(rest).replace(/^([^,;/]+)\/\s*Preface$/i, 'Preface, $1')
  const titles: string[] = []
  for (;;) {
    const match = chapterHead.exec(rest)
    if (!match) break
    const after = rest.slice(match[0].length)
    // Only the first chapter may be followed by its topic without a mark between them.
    const marked =
      match.groups?.['word'] !== undefined || /^\s*(?:$|[,:;.(/–-]|and\b|&)/.test(after)
    const printed = match.groups?.['name'] ?? ''
    if (!marked && (titles.length > 0 || oneWord(printed))) break
    titles.push(normaliseTitle(printed))
    rest = trim(after.replace(/^\s*(?:,\s*)?(?:and|&)\s+/, ''))
  }
  const sections = splitSections(trim(unwrap(rest)))
  const named = titles.length > 0 ? titles : ['Official Disability Guidelines']
  return named.map((title) => ({ source: 'ODG', title, edition, sections, pages: pages.pages }))
}

function oneWord(name: string): boolean {
  return /^(?:pain|head|burns|eye|hand|hip|ankle|preface|diabetes)$/i.test(name)
}

/** Stands where an edition was taken out of a title. */
const cut = '¦'

function parseOther(work: string): readonly Citation[] {
  const acoem = /^(?:the\s+)?ACOEM\b/i.test(work)
  const taken = takeEdition(work)
  const edition =
    taken.edition ??
    /,?\s*\b(\d{1,2}(?:st|nd|rd|th)\s+ed(?:ition|n|\.)?)(?![a-z])/i.exec(work)?.[1] ??
    null
  const ordinal = edition === null ? null : new RegExp(`[\\s,(]*${escape(edition)}[.)]*`)
  const paged = takePages(ordinal ? replaceFirst(taken.text, ordinal, cut) : taken.text)
  const text = paged.text
  const chapters = /[\s,;¦]{0,8}(?=\bChapters?\s+\d)/.exec(text)
  if (chapters && chapters.index > 0) {
    const title = trim(text.slice(0, chapters.index).replaceAll(cut, ''))
    const sections = text
      .slice(chapters.index)
      .replaceAll(cut, '')
      .split(/[,;]\s*(?=Chapters?\s+\d)/)
      .map(trim)
    return [{ source: 'other', title, edition, sections, pages: paged.pages }]
  }
  if (acoem) {
    const match = /^(?:the\s+)?(ACOEM.*?)(?:\s+Chapter\b[\s/:,–-]*|[/:,;]\s*|$)(.*)$/i.exec(text)
    return [
      {
        source: 'other',
        title: trim((match?.[1] ?? text).replaceAll(cut, '')),
        edition,
        sections: splitSections((match?.[2] ?? '').replaceAll(cut, '')),
        pages: paged.pages,
      },
    ]
  }
  return [
    {
      source: 'other',
      title: trim(text.replaceAll(cut, '')),
      edition,
      sections: [],
      pages: paged.pages,
    },
  ]
}

const updated =
  /[\s,]{0,8}\(?\s*(?:web(?:site)?[\s,:-]*)?(?:last\s+)?(?:updated|update|accessed)\s*(?:on\s+)?:?\s*((?:\d{1,2}[/-]){0,2}\d{2,4}|[A-Z][a-z]+\.?\s+(?:\d{1,2},?\s+)?\d{4})\s*\)?/i
const numbered =
  /[\s,]{0,8}\(?\b(\d{1,2}(?:st|nd|rd|th)\s+ed(?:ition|\.)?(?:\s*\(web\))?(?:,?\s*(?:19|20)\d{2}(?:\s*[/-]\s*(?:19|20)?\d{2})?)?)\)?(?![A-Za-z])/i
const year = /[\s,]{0,8}\(((?:19|20)\d{2})\)|,\s*((?:19|20)\d{2})(?=\s*(?:[,.;]|$))/

function takeEdition(work: string): { text: string; edition: string | null } {
  if (odg.test(work) || updated.test(work)) {
    for (const pattern of [updated, numbered, year]) {
      const match = pattern.exec(work)
      if (!match) continue
      const edition = match[1] ?? match[2] ?? null
      return {
        text: `${work.slice(0, match.index)} , ${work.slice(match.index + match[0].length)}`,
        edition,
      }
    }
  }
  return { text: work, edition: null }
}

function takePages(work: string): { text: string; pages: readonly string[] } {
  const pages: string[] = []
  const text = work.replace(
    /[\s,(]{0,8}\b(?:pages?(?:\(s\))?|pgs?\.|pp?\.)\s*:?\s*(\d{1,4}(?:\s*[-–—]\s*\d{1,4})?(?:\s*(?:,|&|and)\s*\d{1,4}(?:\s*[-–—]\s*\d{1,4})?)*)\)?/gi,
    (_whole, list: string) => {
      for (const page of expandPages(list)) if (!pages.includes(page)) pages.push(page)
      return ' '
    },
  )
  return { text, pages }
}

function trim(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s,;:./–-]+|[\s,;:/–-]+$/g, '')
}

/** "(Durable medical equipment (DME))" without the parentheses around the whole. */
function unwrap(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1
    if (text[index] === ')') depth -= 1
    if (depth === 0 && index < text.length - 1) return text
  }
  return text.slice(1, -1)
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function replaceFirst(text: string, pattern: RegExp, by: string): string {
  return text.replace(pattern, by)
}
