import { createContext, useContext } from 'react'
import { RefusedError } from '~/client.ts'
import { withoutPlace } from '~/ui/places.ts'

/** What stands in the form: text by field path (`employee.name.first`). */
export type Values = Readonly<Record<string, string>>

export type FormState = {
  readonly values: Values
  readonly set: (path: string, value: string) => void
  readonly error: Error | null
}

export const FormContext = createContext<FormState | null>(null)

export function useForm(): FormState {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field stands outside of the form')
  return form
}

/** What the server says about the field, with what to do about it. */
export function refusalAt(error: Error | null, path: string): string | undefined {
  if (!(error instanceof RefusedError)) return undefined
  const refusal = error.refusals.find(({ where }) => where !== undefined && pathOf(where) === path)
  return refusal ? sentence(`${withoutPlace(refusal)}. ${refusal.next}`) : undefined
}

/** `body.disputedTreatments[0].treatment` → `disputedTreatments.0.treatment`. */
function pathOf(where: string): string {
  return where.replace(/^(?:body|application)\./, '').replace(/\[(\d+)\]/g, '.$1')
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
