import {
  type QueryClient,
  type UseQueryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import { addressOf } from '#api'
import { operations } from '~/client.ts'

/** Which picture of which page. */
export type PictureOf = {
  readonly caseId: string
  readonly documentId: string
  readonly page: number
  /** In pixels; one of a few, so that what was fetched is found again. */
  readonly width: number
}

/** Pixels of the small pictures in the strip. */
export const stripWidth = 160

/**
 * Pixels of pictures fetched ahead. Wider ones count as opened in the ledger, and nobody has opened
 * a page before it is on the screen.
 */
export const aheadWidth = 480

const widths: readonly number[] = [700, 1000, 1400, 2000]
const widest = 2400

/** The smallest of our widths that is sharp on the screen. */
export function sharpWidth(pixels: number): number {
  return widths.find((width) => width >= pixels) ?? widest
}

/** The address of a picture once it is there; whether it failed, and the way to try again. */
export function usePicture(
  of: PictureOf,
  enabled = true,
): { readonly address: string | null; readonly failed: boolean; readonly again: () => void } {
  const { data, isError, refetch } = useQuery({ ...pictureQuery(of), enabled })
  return { address: data ?? null, failed: isError, again: () => void refetch() }
}

/** Lets go of the memory of pictures that the queries have forgotten. */
export function releaseForgottenPictures(queries: QueryClient): void {
  queries.getQueryCache().subscribe(({ type, query }) => {
    const address: unknown = query.state.data
    if (type === 'removed' && query.queryKey[0] === 'getPageImage' && typeof address === 'string') {
      URL.revokeObjectURL(address)
    }
  })
}

/** Fetches pictures that will be asked for next. */
export function usePrefetchPictures(pictures: readonly PictureOf[], when: boolean): void {
  const queries = useQueryClient()
  const wanted = JSON.stringify(pictures)
  useEffect(() => {
    if (!when) return
    for (const picture of JSON.parse(wanted) as readonly PictureOf[]) {
      void queries.prefetchQuery(pictureQuery(picture))
    }
  }, [queries, wanted, when])
}

function pictureQuery({ caseId, documentId, page, width }: PictureOf): UseQueryOptions<string> {
  const address = addressOf(operations.getPageImage, {
    params: { caseId, documentId, page },
    query: { width },
  })
  return {
    queryKey: ['getPageImage', address],
    queryFn: ({ signal }) =>
      width === stripWidth
        ? inTurn(signal, () => fetchPicture(address, signal))
        : fetchPicture(address, signal),
    // A page of a received file never changes.
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => failures < 3 && (error as { status?: number }).status !== 404,
    retryDelay: (failures) => 700 * 2 ** failures,
  }
}

async function fetchPicture(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin', signal })
  if (!response.ok) {
    throw Object.assign(new Error(`the picture was answered with ${response.status}`), {
      status: response.status,
    })
  }
  return URL.createObjectURL(await response.blob())
}

/** Small pictures come three at a time: the page that is read does not wait behind them. */
const atOnce = 3
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  while (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    signal.throwIfAborted()
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
