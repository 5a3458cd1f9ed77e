import type { ReactNode } from 'react'

/** Shown while something is on its way. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <output className="loading">
      <span className="loading-bar" aria-hidden="true" />
      Loading {what} …
    </output>
  )
}

/** Nothing to show, and why. */
export function Empty({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}
