import {
  type ComponentProps,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useRead } from '~/act.ts'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'
import { KeyHelp } from './key-help.tsx'
import { PageBar } from './page-bar.tsx'
import { type MarkedSpan, PagePicture } from './page-picture.tsx'
import { PageText } from './page-text.tsx'
import type { RecordSearch } from './record-search.ts'
import { goToSearch } from './search-panel.tsx'
import { useTurn } from './turned-pages.ts'
import { useViewerKeys } from './use-viewer-keys.ts'
import { keyHelp, type ViewerAct } from './viewer-keys.ts'
import { stepFrom, type Zoom } from './zoom.ts'

export type Span = { readonly start: number; readonly end: number }

/** One page of a file as a picture and as text, with the keys that lead through the record. */
export function PageView({
  file,
  page,
  span,
  search,
  head,
  moreKeys = [],
  strip,
  onPage,
  onSelect,
}: {
  readonly file: ReceivedFile
  readonly page: number
  readonly span: Span | null
  readonly search: RecordSearch
  /** What is said of the page above it. */
  readonly head?: ReactNode
  /** Keys that act here besides those of the viewer. */
  readonly moreKeys?: ComponentProps<typeof KeyHelp>['keys']
  /** All pages as small pictures, beside the page. */
  readonly strip?: ReactNode
  readonly onPage: (page: number) => void
  /** Words of the picture were selected. */
  readonly onSelect?: (span: Span, text: string) => void
}) {
  const { caseId } = useCase()
  const pages = file.pages ?? 0
  const view = useRef<HTMLElement>(null)
  const pageField = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState<'picture' | 'text'>('picture')
  const [zoom, setZoom] = useState<Zoom>('width')
  const [percent, setPercent] = useState(100)
  const [helps, setHelps] = useState(false)
  const [turn, turnFurther] = useTurn(file.sha256, page)
  const settled = useSettled(page)
  const read = useRead(
    operations.getPageText,
    { params: { caseId, documentId: file.documentId, page } },
    { keep: true, enabled: settled },
  )
  const reading = read.data ?? null
  const marked = useMarked(file, page, span, search)

  function go(to: number): void {
    const number = Math.min(Math.max(1, to), pages)
    if (number !== page) onPage(number)
  }

  function act(asked: ViewerAct): void {
    switch (asked) {
      case 'next-page':
        return go(page + 1)
      case 'previous-page':
        return go(page - 1)
      case 'first-page':
        return go(1)
      case 'last-page':
        return go(pages)
      case 'go-to-page':
        return pageField.current?.select()
      case 'search':
        return goToSearch()
      case 'next-hit':
        return search.step(1)
      case 'previous-hit':
        return search.step(-1)
      case 'zoom-in':
        return setZoom(stepFrom(percent, 1))
      case 'zoom-out':
        return setZoom(stepFrom(percent, -1))
      case 'fit':
        return setZoom('width')
      case 'turn':
        return turnFurther()
      case 'text-or-picture':
        return setShown(shown === 'picture' ? 'text' : 'picture')
      case 'help':
        return setHelps(true)
    }
  }
  useViewerKeys(view, act)
  const select = useCallback(
    (selected: Span) => {
      if (reading) onSelect?.(selected, reading.text.slice(selected.start, selected.end))
    },
    [reading, onSelect],
  )

  return (
    <section
      className={strip ? 'page-view has-strip' : 'page-view'}
      aria-label={`${file.fileName}, page ${page} of ${pages}`}
      ref={view}
    >
      <PageBar
        page={page}
        pages={pages}
        field={pageField}
        zoom={zoom}
        percent={percent}
        shown={shown}
        onPage={(number) => {
          go(number)
          view.current?.querySelector<HTMLElement>('.picture, .page-text')?.focus()
        }}
        onZoom={setZoom}
        onStep={(direction) => setZoom(stepFrom(percent, direction))}
        onTurn={turnFurther}
        onShown={setShown}
        onHelp={() => setHelps(true)}
      />
      {head}
      <p className="visually-hidden" aria-live="polite">
        Page {page} of {pages}
      </p>
      <Refused error={read.error} />
      <div className="page-and-strip">
        {strip}
        <div className="page-shown-here">
          {shown === 'picture' ? (
            <PagePicture
              file={file}
              page={page}
              settled={settled}
              reading={reading}
              marked={marked}
              turn={turn}
              zoom={zoom}
              onPercent={setPercent}
              onSelect={onSelect ? select : undefined}
            />
          ) : reading ? (
            <PageText reading={reading} marked={marked} />
          ) : (
            <Loading what="the text of the page" />
          )}
        </div>
      </div>
      {helps ? (
        <KeyHelp
          keys={[{ title: 'Reading', keys: keyHelp }, ...moreKeys]}
          onClose={() => setHelps(false)}
        />
      ) : null}
    </section>
  )
}

/** Whether the page has stayed for a moment: pages passed by are neither fetched nor opened. */
function useSettled(page: number): boolean {
  const [rested, setRested] = useState(page)
  useEffect(() => {
    const timer = setTimeout(() => setRested(page), 120)
    return () => clearTimeout(timer)
  }, [page])
  return rested === page
}

/** What is marked on the page: where a link led, and every place where the words searched stand. */
function useMarked(
  file: ReceivedFile,
  page: number,
  span: Span | null,
  search: RecordSearch,
): readonly MarkedSpan[] {
  const { found } = search
  const start = span?.start ?? null
  const end = span?.end ?? null
  return useMemo(() => {
    const hits = (found?.hits ?? []).filter(
      (hit) =>
        hit.fileId === file.documentId &&
        hit.page === page &&
        !(hit.span.start === start && hit.span.end === end),
    )
    return [
      ...(start === null || end === null ? [] : [{ start, end, isCurrent: true }]),
      ...hits.map((hit) => ({ ...hit.span, isCurrent: false })),
    ]
  }, [found, file.documentId, page, start, end])
}
