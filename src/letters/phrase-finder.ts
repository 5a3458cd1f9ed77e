/** A phrase in small letters; with `stem` its last word may go on. */
export type Phrase<T> = { readonly words: string; readonly stem: boolean; readonly value: T }

/** A phrase found in a text, from `start` (included) to `end` (excluded). */
export type PhraseFound<T> = { readonly value: T; readonly start: number; readonly end: number }

/**
 * Makes a finder of many phrases at word beginnings: at each word it tries only the phrases that
 * begin with its first two characters, longest first, and reports those that end at a word's end.
 * The text must be in small letters with single spaces.
 */
export function makePhraseFinder<T>(
  phrases: readonly Phrase<T>[],
): (text: string, found: (match: PhraseFound<T>) => void) => void {
  const buckets = new Map<string, Phrase<T>[]>()
  for (const phrase of phrases.toSorted((a, b) => b.words.length - a.words.length)) {
    const key = phrase.words.slice(0, 2)
    const bucket = buckets.get(key)
    if (bucket) bucket.push(phrase)
    else buckets.set(key, [phrase])
  }
  return (text, found) => {
    for (let at = 0; at < text.length; at += 1) {
      if (!isWordCharacter(text.charCodeAt(at))) continue
      if (at > 0 && isJoined(text.charCodeAt(at - 1))) continue
      const bucket = buckets.get(text.slice(at, at + 2)) ?? []
      for (const { words, stem, value } of bucket) {
        if (!text.startsWith(words, at)) continue
        const end = at + words.length
        if (!stem && end < text.length && isWordCharacter(text.charCodeAt(end))) continue
        found({ value, start: at, end })
      }
    }
  }
}

function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}

/** A letter, digit or hyphen before: the word began earlier. */
function isJoined(code: number): boolean {
  return isWordCharacter(code) || code === 45
}
