import { useRead } from '~/act.ts'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import type { Span } from './page-view.tsx'

/** A place of the record. */
export type Place = { readonly fileId: string; readonly page: number; readonly span: Span | null }

/** A place where the words stand. */
export type Hit = {
  readonly fileId: string
  readonly page: number
  readonly span: Span
  readonly before: string
  readonly found: string
  readonly after: string
}

export type Found = {
  readonly hits: readonly Hit[]
  /** There are more places than are shown. */
  readonly more: boolean
  readonly pagesSearched: number
  /** Pages that nobody could search: pictures without words. */
  readonly pagesNotReadable: number
  /** Files that wait to be read, or could not be. */
  readonly filesNotRead: readonly string[]
}

/** A search through all pages of the case, and the place among its hits. */
export type RecordSearch = {
  readonly words: string
  readonly found: Found | null
  readonly busy: boolean
  readonly error: Error | null
  /** Which hit is open, counted from 0; null when the open page is none. */
  readonly open: number | null
  readonly search: (words: string) => void
  /** Goes to the next or the previous hit from the open place, around the ends. */
  readonly step: (direction: 1 | -1) => void
}

const mostHits = 500

/** Looks for words on every page of every file of the case. */
export function useRecordSearch(
  words: string,
  place: Place,
  onWords: (words: string) => void,
  onOpen: (hit: Hit) => void,
): RecordSearch {
  const { caseId, files } = useCase()
  const { data, error, isFetching } = useRead(
    operations.searchRecord,
    { params: { caseId }, query: { q: words, limit: mostHits } },
    { enabled: words !== '' },
  )
  const found: Found | null =
    words === '' || !data
      ? null
      : {
          hits: data.hits.map(({ documentId, page, span, snippet }) => ({
            fileId: documentId,
            page,
            span,
            before: snippet.text.slice(0, snippet.span.start),
            found: snippet.text.slice(snippet.span.start, snippet.span.end),
            after: snippet.text.slice(snippet.span.end),
          })),
          more: data.truncated,
          pagesSearched: data.pagesSearched,
          pagesNotReadable: data.pagesNotReadable.length,
          filesNotRead: data.filesNotRead.map(({ fileName }) => fileName),
        }
  const hits = found?.hits ?? []
  const at = hits.findIndex(
    (hit) =>
      hit.fileId === place.fileId &&
      hit.page === place.page &&
      hit.span.start === place.span?.start,
  )
  return {
    words,
    found,
    busy: isFetching,
    error,
    open: at === -1 ? null : at,
    search: onWords,
    step(direction) {
      const next = hits[nextHit(hits, files, place, at, direction)]
      if (next) onOpen(next)
    },
  }
}

/** The hit after or before the open place; from the last it goes on with the first. */
function nextHit(
  hits: readonly Hit[],
  files: readonly ReceivedFile[],
  place: Place,
  at: number,
  direction: 1 | -1,
): number {
  if (at !== -1) return (at + direction + hits.length) % hits.length
  const order = (fileId: string, page: number, start: number): number =>
    files.findIndex(({ documentId }) => documentId === fileId) * 1e12 + page * 1e6 + start
  const here = order(place.fileId, place.page, place.span?.start ?? 0)
  const after = hits.findIndex(({ fileId, page, span }) => order(fileId, page, span.start) >= here)
  if (direction === 1) return after === -1 ? 0 : after
  return (after === -1 ? hits.length : after + hits.length) - 1
}
