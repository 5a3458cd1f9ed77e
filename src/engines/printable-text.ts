/** A text as the templates take it: strings flow, a one-string array is a word kept together. */
export type Runs = string | readonly (string | readonly [string])[]

/** Prepares texts for setting with fonts that have exactly these code points. */
export type TextSetter = {
  /** The text with every character printable; nothing is dropped silently but invisible ones. */
  plain(text: string): string
  /** The same, with words that a line might break inside kept whole. */
  runs(text: string): Runs
}

/**
 * Characters without a glyph print as their code point, `[U+5F20]`: nothing is lost, nothing
 * crashes, and a person sees that a name was not printed as written. A letter and its mark are
 * composed first; variants of the hyphen become `-`; invisible characters (soft hyphen, zero-width,
 * direction marks) are left out; line ends and tabs become spaces.
 */
export function makeTextSetter(covered: ReadonlySet<number>): TextSetter {
  const isCovered = (text: string): boolean => {
    for (const character of text) {
      if (!covered.has(character.codePointAt(0) ?? 0)) return false
    }
    return true
  }
  const plain = (text: string): string => {
    if (/^[\u0020-\u007e]*$/.test(text)) return text
    const visible = text
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
      .replace(/[\u2010\u2011]/g, '-')
      .replace(/\p{Cc}|[\u2028\u2029]/gu, ' ')
    if (isCovered(visible)) return visible
    return Array.from(visible.normalize('NFC'), (character) => {
      const code = character.codePointAt(0) ?? 0
      return covered.has(code)
        ? character
        : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    }).join('')
  }
  return {
    plain,
    runs: (text) => {
      const printable = plain(text)
      return breakableInside.test(printable) ? keepWordsWhole(printable) : printable
    },
  }
}

/** A line may end after these inside a word (UAX 14); the reader could not undo that. */
const breakableInside = /\S[-–—/?!|}%\]][^\s]/

/** Longer ones (web addresses) must be allowed to break, or they would leave the page. */
const longestWhole = 44

function keepWordsWhole(text: string): Runs {
  const runs: (string | [string])[] = []
  let flowing = ''
  for (const part of text.split(/(\s+)/)) {
    if (part.length <= longestWhole && breakableInside.test(part)) {
      if (flowing !== '') runs.push(flowing)
      flowing = ''
      runs.push([part])
    } else {
      flowing += part
    }
  }
  if (flowing !== '') runs.push(flowing)
  return runs
}
