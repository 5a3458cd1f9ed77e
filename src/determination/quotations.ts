import { readFileSync } from 'node:fs'

/** A short phrase of a guideline, with where it stands: `rules/citations/quotations.json`. */
export type Quotation = {
  readonly id: string
  readonly chapter: string
  readonly edition: string
  readonly pages: string
  readonly text: string
}

// The one file of this room that reads the rules, when the room is loaded.
const file: { readonly quotations: readonly Quotation[] } = JSON.parse(
  readFileSync(new URL('../../rules/citations/quotations.json', import.meta.url), 'utf8'),
)

export const quotations: readonly Quotation[] = file.quotations
