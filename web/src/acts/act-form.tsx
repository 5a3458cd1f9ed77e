import type { ReactNode } from 'react'
import { Button } from '~/ui/button.tsx'
import { Refused } from '~/ui/refused.tsx'

/** An act that takes something: what it does, its fields, what was refused, and its button. */
export function ActForm({
  title,
  says,
  press,
  busy,
  error,
  took,
  kind = 'primary',
  disabled = false,
  onSubmit,
  children,
}: {
  readonly title: string
  readonly says?: ReactNode
  readonly press: string
  readonly busy: boolean
  readonly error: Error | null
  /** What a refusal means: "The party was not asked." */
  readonly took: string
  readonly kind?: 'primary' | 'plain' | 'danger'
  readonly disabled?: boolean
  readonly onSubmit: () => void
  readonly children?: ReactNode
}) {
  return (
    <form
      className="act-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      <h3>{title}</h3>
      {says === undefined ? null : <p>{says}</p>}
      {children}
      <Refused error={error} took={took} />
      <Button submit kind={kind} busy={busy} disabled={disabled}>
        {press}
      </Button>
    </form>
  )
}
