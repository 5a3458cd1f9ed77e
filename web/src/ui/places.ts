import { RefusedError } from '~/client.ts'

/** A field path as a person would say it: `employee.name.first` → "Employee, name, first". */
export function placeInWords(where: string): string {
  const words = where
    .replace(/^(?:body|application|params|query)\./, '')
    .replace(/\[(\d+)\]/g, (_, index: string) => `.${Number(index) + 1}`)
    .split('.')
    .map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Why something was refused, without the place that is said or seen beside it already. */
export function withoutPlace({
  because,
  where,
}: {
  readonly because: string
  readonly where?: string
}): string {
  const rest =
    where !== undefined && because.startsWith(`${where} `)
      ? because.slice(where.length + 1)
      : because
  return rest === 'is empty' ? 'this is empty' : rest
}

/** What the server says about the field, with what to do about it. */
export function refusalAt(error: Error | null, path: string): string | undefined {
  if (!(error instanceof RefusedError)) return undefined
  const refusal = error.refusals.find(({ where }) => where !== undefined && pathOf(where) === path)
  return refusal ? sentence(`${withoutPlace(refusal)}. ${refusal.next}`) : undefined
}

/** `body.disputedTreatments[0].treatment` → `disputedTreatments.0.treatment`. */
function pathOf(where: string): string {
  return where
    .replace(/^(?:body|query)\./, '')
    .replace(/^application\./, '')
    .replace(/\[(\d+)\]/g, '.$1')
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
