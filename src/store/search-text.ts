const longestQuery = 200
const mostTerms = 10

/** A text as it is compared in searches: without case and accents. */
export function searchText(parts: readonly string[]): string {
  return parts.map(fold).join('\n')
}

/** The words that must all occur; at most ten of them, from the first 200 characters. */
export function searchTerms(query: string): readonly string[] {
  return fold(query.slice(0, longestQuery)).split(/\s+/).filter(Boolean).slice(0, mostTerms)
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
