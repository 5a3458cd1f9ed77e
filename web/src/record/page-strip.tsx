import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useCase } from '~/case/case-context.ts'
import { Tag } from '~/ui/tag.tsx'
import type { PageMark } from './page-marks.ts'
import { stripWidth, usePicture } from './page-pictures.ts'

/** Pixels from one page of the strip to the next; the style sheet gives `.strip-page` this height. */
const pitch = 176
/** Pages drawn above and below what is in sight. */
const margin = 2

/** All pages of a file as small pictures; only those in sight are drawn and fetched. */
export function PageStrip({
  documentId,
  pages,
  page,
  marks,
  beginnings,
  onPage,
}: {
  readonly documentId: string
  readonly pages: number
  readonly page: number
  readonly marks: ReadonlyMap<number, PageMark>
  /** Pages on which a document begins, with its title. */
  readonly beginnings: ReadonlyMap<number, string>
  readonly onPage: (page: number) => void
}) {
  const box = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const [sight, setSight] = useState({ top: 0, height: 0 })
  useEffect(() => {
    const strip = box.current
    if (!strip) return
    const look = (): void => setSight({ top: strip.scrollTop, height: strip.clientHeight })
    const sizes = new ResizeObserver(look)
    sizes.observe(strip)
    strip.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      strip.removeEventListener('scroll', look)
    }
  }, [])
  const { height } = sight
  useEffect(() => {
    const strip = box.current
    if (!strip || height === 0) return
    const top = (page - 1) * pitch
    if (top < strip.scrollTop || top + pitch > strip.scrollTop + height) {
      strip.scrollTop = top - (height - pitch) / 2
    }
  }, [page, height])

  const first = Math.max(1, Math.floor(sight.top / pitch) + 1 - margin)
  const last =
    height === 0 ? first - 1 : Math.min(pages, Math.ceil((sight.top + height) / pitch) + margin)
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

  function move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = page + step
    if (step === 0 || next < 1 || next > pages) return
    event.preventDefault()
    onPage(next)
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[aria-current="page"]')?.focus(),
    )
  }

  return (
    <nav className="strip" aria-label="All pages of the file" ref={box}>
      <Space height={(first - 1) * pitch} />
      <ol ref={list} start={first}>
        {drawn.map((number) => (
          <li key={number} className="strip-item" aria-setsize={pages} aria-posinset={number}>
            {/* The strip is one stop of the tab key: its open page. */}
            <button
              type="button"
              className="strip-page"
              tabIndex={number === page ? 0 : -1}
              aria-current={number === page ? 'page' : undefined}
              onClick={() => onPage(number)}
              onKeyDown={move}
            >
              <SmallPicture documentId={documentId} page={number} />
              <span className="strip-words">
                <span>
                  <span className="visually-hidden">Page </span>
                  {number}
                </span>
                <Marked mark={marks.get(number)} title={beginnings.get(number)} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      <Space height={(pages - last) * pitch} />
    </nav>
  )
}

/** Room for pages that are not drawn; an attribute, as the server allows no inline style. */
function Space({ height }: { readonly height: number }) {
  return height > 0 ? (
    <svg className="strip-space" width="1" height={height} aria-hidden="true" />
  ) : null
}

function Marked({
  mark,
  title,
}: {
  readonly mark: PageMark | undefined
  readonly title: string | undefined
}) {
  if (mark?.unreadable) return <Tag tone="bad">no text</Tag>
  if (mark?.poorlyRead) return <Tag tone="warn">doubtful</Tag>
  if (mark?.copyOf) return <Tag tone="plain">copy</Tag>
  return title === undefined ? null : <span className="strip-title">{title}</span>
}

function SmallPicture({
  documentId,
  page,
}: {
  readonly documentId: string
  readonly page: number
}) {
  const { caseId } = useCase()
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    // A page that is only passed by on the way is not fetched.
    const timer = setTimeout(() => setSettled(true), 150)
    return () => clearTimeout(timer)
  }, [])
  const { address } = usePicture({ caseId, documentId, page, width: stripWidth }, settled)
  return (
    <span className="strip-picture">
      {address === null ? null : <img src={address} alt="" draggable={false} />}
    </span>
  )
}
