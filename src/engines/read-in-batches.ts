import { ok, type Result } from '#foundation'
import type { FileContent, PageText } from '#records'
import type { PdfPool } from './pdf-child.ts'
import type { PageFacts } from './pdf-page-facts.ts'
import { type PdfLimits, readPdfRange } from './pdf-pages.ts'

/** How much of a file is read, and who hears of it. */
export type BatchReading = {
  readonly from: number
  readonly pageCount: number
  readonly processes: number
  readonly limits: PdfLimits
  /** Reads a page from its picture as well, where its text layer cannot be trusted. */
  improve(page: PageText, facts: PageFacts, remarks: string[]): Promise<PageText>
  onPages(
    pages: readonly PageText[],
    progress: { readonly done: number; readonly of: number },
  ): Promise<void>
  readonly signal?: AbortSignal
}

type Batch = { readonly pages: readonly PageText[]; readonly remarks: readonly string[] }

/** Few enough that progress is seen, many enough that messages cost nothing. */
const pagesPerBatch = 10

/**
 * Reads the pages of a PDF in order, a few batches ahead of whoever hears them and no more, so
 * that memory does not grow with the file. Answers what was remarked.
 */
export async function readInBatches(
  pool: PdfPool,
  file: FileContent,
  reading: BatchReading,
): Promise<Result<readonly string[]>> {
  const { pageCount, limits, signal } = reading
  const remarks: string[] = []
  const underway: Promise<Result<Batch>>[] = []
  let spent = 0
  let left = 0
  let next = Math.max(1, reading.from)
  const start = (): void => {
    if (next > pageCount || signal?.aborted) return
    const from = next
    const to = Math.min(pageCount, from + pagesPerBatch - 1)
    next = to + 1
    underway.push(readRange(from, to))
  }
  const readRange = async (from: number, to: number): Promise<Result<Batch>> => {
    const range = { from, to, remarks: false, spent: spent / reading.processes, left, pageCount }
    const read = await readPdfRange(pool, file, range, limits)
    if (!read.ok) return read
    spent += read.value.spent
    left += read.value.left
    const { facts } = read.value
    const remarks = [...read.value.remarks]
    const pages = await Promise.all(
      read.value.pages.map(async (page) => {
        const known = facts.get(page.page)
        return known ? reading.improve(page, known, remarks) : page
      }),
    )
    return ok({ pages, remarks })
  }
  try {
    for (let ahead = 0; ahead < 2 * reading.processes; ahead += 1) start()
    for (let batch = underway.shift(); batch; batch = underway.shift()) {
      const read = await batch
      signal?.throwIfAborted()
      if (!read.ok) return read
      remarks.push(...read.value.remarks)
      const done = read.value.pages.at(-1)?.page ?? 0
      await reading.onPages(read.value.pages, { done, of: pageCount })
      signal?.throwIfAborted()
      start()
    }
    return ok(remarks)
  } finally {
    // Whatever is still underway ends before the file may go.
    await Promise.allSettled(underway)
  }
}
