import type { ReactNode } from 'react'

/** A button; while its act is under way it says so and cannot be pressed twice. */
export function Button({
  children,
  kind = 'plain',
  busy = false,
  submit = false,
  onPress,
  disabled = false,
}: {
  readonly children: ReactNode
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly busy?: boolean
  readonly submit?: boolean
  readonly onPress?: () => void
  readonly disabled?: boolean
}) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={`button button-${kind}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onPress?.()
      }}
    >
      {busy ? 'Working …' : children}
    </button>
  )
}
