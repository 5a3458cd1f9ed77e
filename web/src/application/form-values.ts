import { createContext, useContext } from 'react'

/** What stands in the form: text by field path (`employee.name.first`). */
export type Values = Readonly<Record<string, string>>

/** Where the value of a field was taken from, by path: "From page 2 of the letter". */
export type Origins = Readonly<Record<string, string>>

export type FormState = {
  readonly values: Values
  readonly set: (path: string, value: string) => void
  readonly error: Error | null
  readonly origins: Origins
}

export const FormContext = createContext<FormState | null>(null)

export function useForm(): FormState {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field stands outside of the form')
  return form
}
