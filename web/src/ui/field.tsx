import { type ReactNode, useId } from 'react'

type FieldProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
}

type TextProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date' | 'password' | 'search' | 'email' | 'tel'
  readonly autoComplete?: string
  readonly required?: boolean
  readonly name?: string
}

/** One line of text with its label, hint and error said to screen readers too. */
export function TextField({
  value,
  onChange,
  type = 'text',
  required,
  name,
  autoComplete,
  ...field
}: TextProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          type={type}
          value={value}
          {...(name ? { name } : {})}
          required={required}
          autoComplete={autoComplete ?? 'off'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Several lines of text. */
export function LongField({
  value,
  onChange,
  rows = 5,
  reading = false,
  ...field
}: FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  /** Set in the reading face: text that goes into the letter. */
  readonly reading?: boolean
}) {
  return (
    <Field {...field}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={rows}
          value={value}
          className={reading ? 'reading' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** One of a list. */
export function ChoiceField<Value extends string>({
  value,
  onChange,
  choices,
  ...field
}: FieldProps & {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly (readonly [Value, string])[]
}) {
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          {...wiring}
          value={value}
          onChange={(event) => {
            const chosen = choices.find(([id]) => id === event.target.value)
            if (chosen) onChange(chosen[0])
          }}
        >
          {choices.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A box to tick. */
export function TickField({
  label,
  checked,
  onChange,
}: {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}

/** One of a few, all in sight. */
export function RadioField<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  readonly label: string
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly choices: readonly (readonly [Value, string, string?])[]
}) {
  const name = useId()
  return (
    <fieldset className="radios">
      <legend>{label}</legend>
      {choices.map(([id, words, hint]) => (
        <label key={id} className="radio">
          <input type="radio" name={name} checked={value === id} onChange={() => onChange(id)} />
          <span>
            {words}
            {hint ? <span className="hint">{hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type Wiring = {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].join(' ').trim()
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> (optional)</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
