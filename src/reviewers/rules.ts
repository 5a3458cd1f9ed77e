import { readFileSync } from 'node:fs'
import type { PlainDate } from '#foundation'

/** `rules/specialties/same-or-similar.json`: which specialty fits which treatment, and how well. */
export type SameOrSimilarRules = {
  readonly id: string
  readonly effective: { readonly from: PlainDate; readonly to: PlainDate | null }
  readonly authority: string
  readonly verified: boolean
  /** A fit below this is not "same or similar". */
  readonly sameOrSimilarFrom: number
  /** Points that each part of the score gives at most. */
  readonly score: {
    readonly specialty: number
    readonly load: number
    readonly californiaLicence: number
    readonly requestersSpecialty: number
  }
  /** Other names of specialties, as registers and letters have them. */
  readonly alsoCalled: Readonly<Record<string, string>>
  /** Kinds of treatment, known by the State's category (`Category/Subcategory`) or by words. */
  readonly services: readonly {
    readonly service: string
    readonly categories: readonly string[]
    readonly words: readonly string[]
  }[]
  /** First entry of a service that names the region, or any region, counts. */
  readonly fits: readonly {
    readonly service: string
    readonly regions: readonly string[] | 'any'
    readonly weights: Readonly<Record<string, number>>
  }[]
}

/** `rules/specialties/reviewer-qualifications.json`: the thresholds of Labor Code 139.5. */
export type QualificationRules = {
  readonly id: string
  readonly effective: { readonly from: PlainDate; readonly to: PlainDate | null }
  readonly authority: string
  readonly verified: boolean
  readonly practice: { readonly moreThanYears: number; readonly hoursPerWeek: number }
  readonly financialTie: { readonly moreThanPercentOfIncome: number }
  readonly pastTie: { readonly possibleForYears: number }
  readonly familialTie: { readonly counts: readonly string[] }
  readonly professionalTie: { readonly doesNotCount: readonly string[] }
}

// The one place of this room that reads files, when the room is loaded.
export const sameOrSimilarRules: SameOrSimilarRules = JSON.parse(read('same-or-similar'))
export const qualificationRules: QualificationRules = JSON.parse(read('reviewer-qualifications'))

function read(name: string): string {
  return readFileSync(new URL(`../../rules/specialties/${name}.json`, import.meta.url), 'utf8')
}
