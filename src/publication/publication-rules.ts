import { readFileSync } from 'node:fs'

/** The one file of this room that reads `rules/`: lists are data, not code. */
function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../rules/${name}.json`, import.meta.url), 'utf8'))
}

/** Given names that, with a surname behind them, tell a name that nobody told us. */
export const givenNames: readonly string[] = (
  read('publication/given-names') as { readonly givenNames: readonly string[] }
).givenNames

/** Cities that are hardly anything else. */
export const places: readonly string[] = (
  read('publication/places') as { readonly places: readonly string[] }
).places

/** States and territories, by name and by postal abbreviation. */
export const stateWords: readonly string[] = Object.entries(
  (read('lexicon/us-states') as { readonly states: Readonly<Record<string, string>> }).states,
).flat()

/** First three digits of ZIP codes in whose area 20,000 people or fewer live. */
export const smallZipAreas: ReadonlySet<string> = new Set(
  (read('publication/small-zip-areas') as { readonly areas: readonly string[] }).areas,
)
