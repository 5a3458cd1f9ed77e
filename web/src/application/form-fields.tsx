import type { ReactNode } from 'react'
import { ChoiceField, LongField, TextField, TickField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { useForm } from './form-values.ts'

type Common = {
  readonly path: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

/** A line of text of the application. */
export function FormText({
  path,
  type = 'text',
  ...field
}: Common & { readonly type?: 'text' | 'date' | 'email' | 'tel' }) {
  const { values, set, error, origins } = useForm()
  return (
    <TextField
      {...field}
      hint={origins[path] ?? field.hint}
      type={type}
      name={path}
      value={values[path] ?? ''}
      onChange={(value) => set(path, value)}
      error={refusalAt(error, path)}
    />
  )
}

/** Several lines of the application. */
export function FormLong({ path, rows, ...field }: Common & { readonly rows?: number }) {
  const { values, set, error, origins } = useForm()
  return (
    <LongField
      {...field}
      hint={origins[path] ?? field.hint}
      rows={rows ?? 3}
      value={values[path] ?? ''}
      onChange={(value) => set(path, value)}
      error={refusalAt(error, path)}
    />
  )
}

/** A choice of the application. */
export function FormChoice({
  path,
  choices,
  ...field
}: Common & { readonly choices: readonly (readonly [string, string])[] }) {
  const { values, set, error, origins } = useForm()
  return (
    <ChoiceField
      {...field}
      hint={origins[path] ?? field.hint}
      value={values[path] ?? choices[0]?.[0] ?? ''}
      onChange={(value) => set(path, value)}
      choices={choices}
      error={refusalAt(error, path)}
    />
  )
}

/** A box to tick of the application; ticked is "yes". */
export function FormTick({ path, label }: { readonly path: string; readonly label: string }) {
  const { values, set, origins } = useForm()
  return (
    <TickField
      label={origins[path] ? `${label} (${origins[path]})` : label}
      checked={values[path] === 'yes'}
      onChange={(checked) => set(path, checked ? 'yes' : '')}
    />
  )
}

/** One part of the form with its heading. */
export function FormPart({
  title,
  says,
  children,
}: {
  readonly title: string
  readonly says?: string
  readonly children: ReactNode
}) {
  return (
    <fieldset className="card form-part">
      <legend>
        <span className="form-part-title">{title}</span>
      </legend>
      {says ? <p className="quiet">{says}</p> : null}
      {children}
    </fieldset>
  )
}

/** Street, city, state and postal code of a party. */
export function FormAddress({
  path,
  optional = false,
}: {
  readonly path: string
  readonly optional?: boolean
}) {
  return (
    <>
      <FormText path={`${path}.street`} label="Street or post office box" optional={optional} />
      <div className="field-row">
        <FormText path={`${path}.city`} label="City" optional={optional} />
        <FormText path={`${path}.state`} label="State, two letters" optional={optional} />
        <FormText path={`${path}.zip`} label="ZIP code" optional={optional} />
      </div>
    </>
  )
}
