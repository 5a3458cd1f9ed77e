import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '#api'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { call, operations } from '~/client.ts'
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

export type Found = { readonly hits: readonly Hit[]; readonly more: boolean }

/** A search through all pages of the case, and the place among its hits. */
export type RecordSearch = {
  readonly words: string
  readonly found: Found | null
  /** What the search is doing; null when it rests. */
  readonly progress: string | null
  readonly error: Error | null
  /** Which hit is open, counted from 0; null when the open page is none. */
  readonly current: number | null
  search(words: string): void
  /** Goes to the next or the previous hit from the open place, around the ends. */
  step(direction: 1 | -1): void
}

const mostHits = 200

/** Looks for words on every page of every file of the case. */
export function useRecordSearch(
  words: string,
  place: Place,
  onWords: (words: string) => void,
  onOpen: (hit: Hit) => void,
): RecordSearch {
  const { caseId, files } = useCase()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<string | null>(null)
  const { data, error, isFetching } = useQuery<Found>({
    queryKey: ['searchRecord', caseId, words, files.map(({ sha256 }) => sha256)],
    enabled: words !== '',
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const hits: Hit[] = []
      const total = files.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
      let done = 0
      for (const file of files) {
        for (let page = 1; page <= (file.pages ?? 0); page += 1) {
          signal.throwIfAborted()
          const request = { params: { caseId, documentId: file.documentId, page } }
          const reading = await queries.fetchQuery<AnswerOf<typeof operations.getPageText>>({
            queryKey: ['getPageText', request],
            queryFn: () => call(operations.getPageText, request),
            staleTime: Number.POSITIVE_INFINITY,
          })
          done += 1
          setProgress(`Searched ${done} of ${total} pages`)
          hits.push(...hitsOn(file, page, reading.text, words))
          if (hits.length > mostHits) return { hits: hits.slice(0, mostHits), more: true }
        }
      }
      return { hits, more: false }
    },
  })
  const found = words === '' ? null : (data ?? null)
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
    progress: isFetching ? (progress ?? 'Searching …') : null,
    error,
    current: at === -1 ? null : at,
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

function hitsOn(file: ReceivedFile, page: number, text: string, words: string): readonly Hit[] {
  // Words may be broken over lines on the page.
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  return [...text.matchAll(new RegExp(pattern, 'gi'))].map((match) => {
    const start = match.index
    const end = start + match[0].length
    return {
      fileId: file.documentId,
      page,
      span: { start, end },
      before: text.slice(Math.max(0, start - 40), start).replace(/\s+/g, ' '),
      found: match[0].replace(/\s+/g, ' '),
      after: text.slice(end, end + 50).replace(/\s+/g, ' '),
    }
  })
}
