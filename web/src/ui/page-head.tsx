import { type ReactNode, useEffect, useRef } from 'react'

let pagesShown = 0

/** The page's heading; takes the focus when a person came here inside the application. */
export function PageHead({
  title,
  tab,
  lead,
  children,
}: {
  readonly title: ReactNode
  /** The title of the browser's tab. */
  readonly tab: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${tab} · OpenIMR`
  }, [tab])
  useEffect(() => {
    pagesShown += 1
    if (pagesShown > 2) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="page-head">
      <div className="page-head-words">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
      </div>
      {children === undefined ? null : <div className="page-head-side">{children}</div>}
    </div>
  )
}
