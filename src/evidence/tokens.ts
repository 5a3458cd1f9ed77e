/** A word of a text with its place. Lower case; a possessive ending is dropped. */
export type Token = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** The word was cut by a hyphen at the end of a line and goes on in the next token. */
  readonly cut: boolean
}

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu

/** The words of a text, in order. Hyphens and slashes separate words: `straight-leg` is two. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index
    const end = start + match[0].length
    tokens.push({
      text: match[0].toLowerCase().replace('’', "'").replace(/'s$/, ''),
      start,
      end,
      cut: /^(?:-|\u00AD)[ \t]*\r?\n/.test(text.slice(end, end + 8)),
    })
  }
  return tokens
}
