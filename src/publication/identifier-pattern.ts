/** `ca-dwc`: California publishes dates and ages. `safe-harbor`: the 18 identifiers of HIPAA. */
export type DeidentificationProfile = 'ca-dwc' | 'safe-harbor'

/**
 * What identifies by its look alone, whoever the parties are, in folded text. Group 1, where there,
 * is the span.
 */
export type IdentifierPattern = {
  readonly type: string
  readonly pattern: RegExp
  readonly profiles?: readonly DeidentificationProfile[]
  /** What the law lets stand of the passage (a year, three digits of a ZIP code); '' for nothing. */
  readonly keep?: (passage: string) => string
}

/** A capitalised word: `O'Brien`, but not the `'s` of a possessive. */
export const capital = "[A-Z](?:[A-Za-z-]|'(?!s\\b)){1,40}"

/** Makes one group of words, the longest first, so that `San Jose` is not left at `San`. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.toSorted((first, second) => second.length - first.length).join('|')})`
}
