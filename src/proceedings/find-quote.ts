import type { TextSpan } from '#foundation'

/**
 * Where a quotation stands in a page's text: letter by letter, only white space may differ,
 * because lines break differently where it was copied from. Null where it does not stand.
 */
export function findQuote(pageText: string, quote: string): TextSpan | null {
  const words = quote.trim().split(/\s+/)
  if (words.length === 0 || words[0] === '') return null
  const pattern = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  const match = new RegExp(pattern, 'u').exec(pageText)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}
