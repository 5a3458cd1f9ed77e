import { readFileSync } from 'node:fs'

/** The one file of this room that reads `rules/publication/`: lists are data, not code. */
function read(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../rules/publication/${name}.json`, import.meta.url), 'utf8'),
  )
}

/** Given names that, with a surname behind them, tell a name that nobody told us. */
export const givenNames: readonly string[] = (
  read('given-names') as { readonly givenNames: readonly string[] }
).givenNames

/** Cities that are hardly anything else. */
export const places: readonly string[] = (read('places') as { readonly places: readonly string[] })
  .places

/** First three digits of ZIP codes in whose area 20,000 people or fewer live. */
export const smallZipAreas: ReadonlySet<string> = new Set(
  (read('small-zip-areas') as { readonly areas: readonly string[] }).areas,
)
