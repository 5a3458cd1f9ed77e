const longestQuery = 200
const mostTerms = 10
const longestWord = 60

/**
 * The words under which a case is found: each word of the texts without case and accents, as it
 * stands ("wc-77-b"), its parts ("wc", "77", "b"), and numbers without the noughts before them, so
 * that case CM26-0000042 is found by 42. Each once.
 */
export function searchWords(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => wordsOf(text).flatMap(waysToSay)))]
}

/**
 * What is looked for: each term must begin a word of the case. At most ten of them, from the first
 * 200 characters; marks around a word do not count.
 */
export function searchTerms(query: string): readonly string[] {
  return wordsOf(query.slice(0, longestQuery)).slice(0, mostTerms)
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').slice(0, longestWord))
    .filter(Boolean)
}

function waysToSay(word: string): readonly string[] {
  const parts = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const numbers = parts.flatMap((part) => /^0+([1-9]\d*)$/.exec(part)?.[1] ?? [])
  return [word, ...parts, ...numbers]
}

function fold(text: string): string {
  return storable(text)
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

/** The text without what PostgreSQL cannot hold: the null character and half characters. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\u{FFFD}')
}
