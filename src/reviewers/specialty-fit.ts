import type { PlainDate } from '#foundation'
import type { DisputedTreatment } from '#intake'
import type { Reviewer } from './reviewer.ts'
import { sameOrSimilarRules } from './rules.ts'

/** How well a reviewer's certificates fit one disputed treatment. */
export type SpecialtyFit = {
  readonly treatmentId: string
  /** Of the rules: `imaging`, `opioids`, … */
  readonly service: string
  /** The certificate that fits best; null where none fits at all. */
  readonly specialty: string | null
  /** 0 (no fit) to 1 (the specialty that treats this). */
  readonly weight: number
}

/**
 * The best fit among the certificates that are current on the day. Regions count each for itself
 * and the weakest stands, so that a hand surgeon does not decide a lumbar spine by the way.
 */
export function fitSpecialty(
  reviewer: Reviewer,
  treatment: DisputedTreatment,
  on: PlainDate,
): SpecialtyFit {
  const service = serviceOf(treatment)
  const regions = treatment.bodyRegions.length > 0 ? treatment.bodyRegions : ['other']
  const weightFor = (specialty: string): number =>
    Math.min(...regions.map((region) => weightsFor(service, region)[specialty] ?? 0))
  const best = reviewer.certifications
    .filter(({ currentUntil }) => currentUntil === null || currentUntil >= on)
    .flatMap(({ specialty }) => certificateNames(specialty))
    .map((specialty) => ({ specialty, weight: weightFor(specialty) }))
    .toSorted((first, second) => second.weight - first.weight)[0]
  return best && best.weight > 0
    ? { treatmentId: treatment.id, service, ...best }
    : { treatmentId: treatment.id, service, specialty: null, weight: 0 }
}

/** What kind of treatment it is, by the State's category where one is given, else by its words. */
export function serviceOf(treatment: DisputedTreatment): string {
  const full = `${treatment.category ?? ''}/${treatment.subcategory ?? ''}`
  const { services } = sameOrSimilarRules
  if (treatment.associatedWith !== undefined) return 'surgery-associated'
  const byCategory =
    services.find(({ categories }) => categories.includes(full)) ??
    services.find(({ categories }) => categories.includes(treatment.category ?? ''))
  if (byCategory) return byCategory.service
  const text = ` ${treatment.treatment.toLowerCase()} `
  const byWords = services.find(({ words }) => words.some((word) => beginsWord(text, word)))
  return byWords?.service ?? 'other'
}

/** A specialty as the rules name it, also under its old and short names. */
export function certificateName(specialty: string): string {
  const wanted = specialty.trim().toLowerCase()
  const other = Object.entries(sameOrSimilarRules.alsoCalled).find(
    ([name]) => name.toLowerCase() === wanted,
  )
  return other?.[1] ?? specialty.trim()
}

/** A comma list as letters print it is taken apart: "Preventive Medicine, Occupational Medicine". */
function certificateNames(specialty: string): readonly string[] {
  return [certificateName(specialty), ...specialty.split(',').map(certificateName)]
}

function weightsFor(service: string, region: string): Readonly<Record<string, number>> {
  const entry = sameOrSimilarRules.fits.find(
    (fit) => fit.service === service && (fit.regions === 'any' || fit.regions.includes(region)),
  )
  return entry?.weights ?? {}
}

/** Whether the word stands in the text where a word begins; a digit before it does not hinder. */
function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[a-z]/.test(text[at - 1] ?? ' ')) return true
  }
  return false
}
