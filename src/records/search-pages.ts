import type { TextSpan } from '#foundation'
import type { FileReading } from './page.ts'

/** A place that a search found. */
export type SearchHit = {
  readonly page: number
  /** In the page's text: the words searched for, or the shortest passage that holds them all. */
  readonly span: TextSpan
  /** The words themselves, to be marked. */
  readonly words: readonly TextSpan[]
  readonly snippet: { readonly text: string; readonly span: TextSpan }
}

/** What is searched for, ready to be looked up on many pages. */
export type PageSearch = { in(page: FileReading['pages'][number]): readonly SearchHit[] }

/** A search of more characters is cut. */
export const longestQuery = 200
const mostTerms = 8

/**
 * Makes a search of what a person typed: words in any order, each by its beginning; words in
 * quotation marks as they stand. Case, accents and punctuation are all one, and so is a word that
 * is parted at the end of a line. On pages read from a picture, letters that engines take for one
 * another (0 and O, 1 and l, rn and m) are one as well. Null where there is nothing to search for.
 */
export function makePageSearch(query: string): PageSearch | null {
  const terms = termsOf(query.slice(0, longestQuery))
  if (terms.length === 0) return null
  const exact = terms.map((term) => patternOf(term, (letter) => letter))
  const lenient = terms.map((term) => patternOf(term, withLookalikes))
  return {
    in: (page) => {
      if (page.source === 'none' || page.text === '') return []
      const folded = fold(page.text)
      const found = placesOf(folded.text, page.source === 'ocr' ? lenient : exact)
      return found.map((places) => hitOf(page, places, folded.offsets))
    },
  }
}

type Term = { readonly words: readonly string[]; readonly whole: boolean }

function termsOf(query: string): readonly Term[] {
  const terms: Term[] = []
  for (const [, quoted, word] of query.matchAll(
    /["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]?|(\S+)/g,
  )) {
    const words = fold(quoted ?? word ?? '')
      .text.split(/[^\p{L}\p{N}]+/u)
      .filter((each) => each !== '')
    if (words.length > 0) terms.push({ words, whole: quoted !== undefined })
  }
  return terms.slice(0, mostTerms)
}

const parted = '(?:-[ \\t]*\\n[ \\t]*)?'
const between = '[^\\p{L}\\p{N}]{1,6}'

function patternOf({ words, whole }: Term, letters: (letter: string) => string): RegExp {
  const body = words.map((word) => Array.from(word, letters).join(parted)).join(between)
  // A word that begins so is meant too, but not one in quotation marks.
  const end = whole ? '(?![\\p{L}\\p{N}])' : '[\\p{L}\\p{N}]*'
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}${end}`, 'gu')
}

const lookalikes: Readonly<Record<string, string>> = {
  o: '[o0]',
  '0': '[0o]',
  l: '[l1i|!]',
  i: '[i1l|!]',
  '1': '[1li|!]',
  s: '[s5$]',
  '5': '[5s]',
  b: '[b8]',
  '8': '[8b]',
  g: '[g9q]',
  e: '[ec]',
  c: '[ce]',
  m: '(?:m|rn|nn)',
  w: '(?:w|vv)',
  d: '(?:d|cl)',
  h: '(?:h|b)',
  u: '(?:u|ii|v)',
}

const withLookalikes = (letter: string) => lookalikes[letter] ?? letter

/** The places of all terms: each place of a single one, or the passage that holds every one. */
function placesOf(text: string, patterns: readonly RegExp[]): readonly (readonly TextSpan[])[] {
  const found = patterns.map((pattern) =>
    [...text.matchAll(pattern)].map(
      (match): TextSpan => ({ start: match.index, end: match.index + match[0].length }),
    ),
  )
  if (found.some((places) => places.length === 0)) return []
  const [only] = found
  if (found.length === 1 && only) return only.map((place) => [place])
  return [shortestPassage(found)]
}

/** Of all passages that hold a place of each term, the shortest. */
function shortestPassage(found: readonly (readonly TextSpan[])[]): readonly TextSpan[] {
  const places = found
    .flatMap((own, term) => own.map((span) => ({ term, span })))
    .toSorted((first, second) => first.span.start - second.span.start)
  const latest = new Map<number, TextSpan>()
  let best: readonly TextSpan[] = []
  let shortest = Number.POSITIVE_INFINITY
  for (const { term, span } of places) {
    latest.set(term, span)
    if (latest.size < found.length) continue
    const passage = [...latest.values()].toSorted((first, second) => first.start - second.start)
    const length = span.end - (passage[0]?.start ?? 0)
    if (length >= shortest) continue
    shortest = length
    best = passage
  }
  return best
}

function hitOf(
  page: FileReading['pages'][number],
  folded: readonly TextSpan[],
  offsets: Uint32Array | null,
): SearchHit {
  const at = (offset: number) => (offsets ? (offsets[offset] ?? page.text.length) : offset)
  const words = folded.map(({ start, end }) => ({ start: at(start), end: at(end) }))
  const span = {
    start: words[0]?.start ?? 0,
    end: Math.max(...words.map(({ end }) => end)),
  }
  return { page: page.page, span, words, snippet: snippetOf(page.text, span) }
}

/** The words around a place, on one line, with the place in them. */
function snippetOf(text: string, span: TextSpan): SearchHit['snippet'] {
  const from = edge(text, Math.max(0, span.start - 60), 1)
  const end = Math.min(span.end, span.start + 200)
  const to = edge(text, Math.min(text.length, end + 80), -1)
  const tidy = (part: string) => part.replaceAll(/\s+/g, ' ')
  const before = tidy(text.slice(from, span.start)).trimStart()
  const middle = tidy(text.slice(span.start, end))
  const after = tidy(text.slice(end, Math.max(end, to))).trimEnd()
  return {
    text: before + middle + after,
    span: { start: before.length, end: before.length + middle.length },
  }
}

/** The next white space from a cut, so that no word is halved; the cut itself where there is none. */
function edge(text: string, cut: number, step: 1 | -1): number {
  if (cut === 0 || cut === text.length) return cut
  for (let at = cut; Math.abs(at - cut) < 20; at += step) {
    if (/\s/.test(text[at] ?? ' ')) return at
  }
  return cut
}

/** Small letters without accents; `offsets` leads back where lengths differ. */
function fold(text: string): { readonly text: string; readonly offsets: Uint32Array | null } {
  // Most pages are plain: then every character keeps its place.
  // oxlint-disable-next-line no-control-regex -- the plain characters
  if (/^[\x00-\x7f]*$/.test(text)) return { text: text.toLowerCase(), offsets: null }
  const pieces: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const plain = character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
    pieces.push(plain)
    for (let unit = 0; unit < plain.length; unit += 1) offsets.push(at)
    at += character.length
  }
  offsets.push(text.length)
  return { text: pieces.join(''), offsets: Uint32Array.from(offsets) }
}
