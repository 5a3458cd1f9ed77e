import { useEffect, useRef, useState } from 'react'
import { useRead } from '~/act.ts'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { PagePicture } from './page-picture.tsx'
import { PageText } from './page-text.tsx'

export type Span = { readonly start: number; readonly end: number }

/** One page of a file as a picture and as text; arrow keys turn the pages. */
export function PageView({
  file,
  page,
  span,
  onPage,
}: {
  readonly file: ReceivedFile
  readonly page: number
  readonly span: Span | null
  readonly onPage: (page: number) => void
}) {
  const { caseId } = useCase()
  const pages = file.pages ?? 0
  const view = useRef<HTMLElement>(null)
  useEffect(() => {
    const section = view.current
    const turn = (event: KeyboardEvent): void => turnPage(event, page, pages, onPage)
    section?.addEventListener('keydown', turn)
    return () => section?.removeEventListener('keydown', turn)
  }, [page, pages, onPage])
  const [shown, setShown] = useState<'picture' | 'text'>('picture')
  const read = useRead(
    operations.getPageText,
    { params: { caseId, documentId: file.documentId, page } },
    { keep: true },
  )
  return (
    <section
      className="page-view"
      aria-label={`${file.fileName}, page ${page} of ${pages}`}
      ref={view}
    >
      <div className="page-bar">
        <Button disabled={page <= 1} onPress={() => onPage(page - 1)}>
          Previous<span className="visually-hidden"> page</span>
        </Button>
        <PageNumber key={page} page={page} pages={pages} onPage={onPage} />
        <Button disabled={page >= pages} onPress={() => onPage(page + 1)}>
          Next<span className="visually-hidden"> page</span>
        </Button>
        <fieldset className="page-shown">
          <legend className="visually-hidden">Show the page as</legend>
          <button
            type="button"
            className="stage"
            aria-pressed={shown === 'picture'}
            onClick={() => setShown('picture')}
          >
            Picture
          </button>
          <button
            type="button"
            className="stage"
            aria-pressed={shown === 'text'}
            onClick={() => setShown('text')}
          >
            Text
          </button>
        </fieldset>
      </div>
      <p className="visually-hidden" aria-live="polite">
        Page {page} of {file.pages}
      </p>
      <Refused error={read.error} />
      {shown === 'picture' ? (
        <PagePicture
          key={`${file.documentId} ${page}`}
          file={file}
          page={page}
          reading={read.data ?? null}
          span={span}
        />
      ) : read.data ? (
        <PageText reading={read.data} span={span} />
      ) : (
        <Loading what="the text of the page" />
      )}
    </section>
  )
}

function PageNumber({
  page,
  pages,
  onPage,
}: {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}) {
  const [typed, setTyped] = useState(String(page))
  return (
    <form
      className="page-number"
      onSubmit={(event) => {
        event.preventDefault()
        const number = Number(typed)
        if (Number.isInteger(number) && number >= 1 && number <= pages) onPage(number)
        else setTyped(String(page))
      }}
    >
      <label>
        <span className="visually-hidden">Go to page</span>
        <input
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <span>of {pages}</span>
    </form>
  )
}

function turnPage(
  event: KeyboardEvent,
  page: number,
  pages: number,
  onPage: (page: number) => void,
): void {
  const typing =
    event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
  if (typing || event.altKey || event.ctrlKey || event.metaKey) return
  const step =
    event.key === 'ArrowRight' || event.key === 'PageDown'
      ? 1
      : event.key === 'ArrowLeft' || event.key === 'PageUp'
        ? -1
        : 0
  if (step === 0 || page + step < 1 || page + step > pages) return
  event.preventDefault()
  onPage(page + step)
}
