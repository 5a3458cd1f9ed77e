import type { ReactNode, Ref } from 'react'

/** A part of the page that scrolls by itself; it takes the focus, so that keys can scroll it. */
export function ScrollBox({
  label,
  className,
  children,
  box,
}: {
  readonly label: string
  readonly className: string
  readonly children?: ReactNode
  readonly box?: Ref<HTMLElement>
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: keys must scroll it
    <section ref={box} className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
