import { readFileSync } from 'node:fs'

/** Certificates, professions and the names letters print for them. */
export type SpecialtyRules = {
  readonly certificates: readonly {
    readonly name: string
    readonly kind: string
    readonly boards: readonly string[]
  }[]
  readonly boardsNamedAlone: Readonly<Record<string, string>>
  readonly professions: Readonly<Record<string, readonly string[]>>
  readonly aliases: Readonly<Record<string, string>>
}

/** Words that tell a treatment's category, in the order in which they are asked. */
export type CategoryRules = {
  readonly rules: readonly {
    readonly category: string
    readonly subcategory: string
    readonly words: readonly string[]
  }[]
}

/** Words for body regions in headings. */
export type RegionRules = {
  readonly regions: readonly { readonly region: string; readonly words: readonly string[] }[]
}

export const specialtyRules: SpecialtyRules = read('specialties/boards.json')
export const categoryRules: CategoryRules = read('lexicon/treatment-categories.json')
export const regionRules: RegionRules = read('lexicon/heading-regions.json')
/** Full names of the States and territories by their postal abbreviation. */
export const stateNames: Readonly<Record<string, string>> = read<{
  states: Record<string, string>
}>('lexicon/us-states.json').states

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8')) as T
}
