import type { TextSpan } from '#foundation'

/** A sentence with its place in the text it was cut from. */
export type Sentence = { readonly text: string; readonly span: TextSpan }

const abbreviations = new Set(
  (
    'dr mr mrs ms prof st vs e.g i.e etc approx dept inc no nos fig p pp pg ch sec vol ed al cf ' +
    'deg rt lt bilat wk wks mo mos yr yrs hr hrs min tab tabs cap caps max jan feb mar apr jun ' +
    'jul aug sep sept oct nov dec'
  ).split(' '),
)

/**
 * Cuts prose into sentences. Clinical writing is sparing with spaces and rich in full stops:
 * abbreviations, decimals, list numbers and initials do not end a sentence; a full stop glued to
 * the next capital ("persists.In this case") does.
 */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?]+["'”’)\]]*(?=\s|$|["“(]?[A-Z][a-z])|\n{2,}/g)) {
    const end = match.index + match[0].length
    const before = text.slice(start, match.index)
    // The last word, of no more letters than an abbreviation has: a text may be one endless word.
    const last = /(?:[A-Za-z][A-Za-z.]*|\d+)$/.exec(before.slice(-12))?.[0] ?? ''
    const stop = match[0].startsWith('.')
    if (stop && abbreviations.has(last.toLowerCase())) continue
    // An initial ("J. Smith") or a list number ("2. Norco") at the head of its sentence.
    if (stop && /^[A-Z]$/.test(last) && /(?:^|\s)[A-Z]$/.test(before)) continue
    if (stop && /^\d{1,2}$/.test(last) && before.trim() === last) continue
    push(sentences, text, start, end)
    start = end
  }
  push(sentences, text, start, text.length)
  return sentences
}

function push(sentences: Sentence[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end)
  const trimmed = raw.trim()
  if (trimmed === '') return
  const from = start + raw.indexOf(trimmed)
  sentences.push({ text: trimmed, span: { start: from, end: from + trimmed.length } })
}
