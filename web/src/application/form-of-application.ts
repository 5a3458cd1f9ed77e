import type { Values } from './form-values.ts'

/**
 * An application, or anything that claims to be one, as values of the form by path: words as they
 * are, yes as "yes", lists of words with commas. What is said the other way round in the form
 * (no form served, no decision at hand) is turned.
 */
export function formOfApplication(application: unknown): {
  readonly values: Values
  readonly treatments: number
} {
  const values: Record<string, string> = {}
  flatten(application, [], values)
  const members = asObject(application)
  const review = asObject(members['utilizationReview'])
  if (review['formServed'] === false) values['utilizationReview.formMissing'] = 'yes'
  if (members['utilizationReview'] === null) values['noUtilizationReview'] = 'yes'
  const disputed = members['disputedTreatments']
  return { values, treatments: Math.max(1, Array.isArray(disputed) ? disputed.length : 1) }
}

function flatten(value: unknown, path: readonly string[], into: Record<string, string>): void {
  const name = path.join('.')
  if (typeof value === 'string' || typeof value === 'number') into[name] = String(value)
  else if (value === true) into[name] = 'yes'
  else if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    into[name] = value.join(',')
  } else if (typeof value === 'object' && value !== null) {
    for (const [member, inner] of Object.entries(value)) flatten(inner, [...path, member], into)
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}
