import { createHash } from 'node:crypto'
import { ok, refused } from '#foundation'
import type { PdfReader } from '#records'
import { makePdfPool } from './pdf-child.ts'
import { pdfEngineName } from './pdf-messages.ts'
import { type PdfLimits, readPdfRange, refuseLarge, renderPdfPage } from './pdf-pages.ts'

export type PdfReaderOptions = {
  /** Child processes at work at once; 1 unless said. */
  readonly processes?: number
  /** Milliseconds a file may take, and besides for each of its pages: 30,000 and 200. */
  readonly timeLimit?: { readonly base: number; readonly perPage: number }
  /** Of the engine; 1 GiB unless said. */
  readonly maximumMemoryBytes?: number
  /** 20,000 unless said. */
  readonly maximumPages?: number
  /** 512 MiB unless said. */
  readonly maximumFileBytes?: number
}

/** A reader that also can be told to end its child processes. */
export type ClosablePdfReader = PdfReader & { close(): Promise<void> }

/**
 * Reads PDFs that nobody vouches for, each in a child process that is ended when the file takes
 * too long or too much memory; this process and the files after it are not touched. A single page
 * that hangs or breaks the engine is left out with a remark (at most three in a file) and the rest
 * is read. Children are reused and do not keep this process alive while idle.
 *
 * `read` refuses `not-a-pdf`, `pdf-needs-password`, `pdf-damaged`, `pdf-too-slow`,
 * `pdf-too-many-pages`, `pdf-too-large`; `renderPage` besides `pdf-no-such-page`.
 */
export function makePdfReader(options: PdfReaderOptions = {}): ClosablePdfReader {
  const limits: PdfLimits = {
    base: options.timeLimit?.base ?? 30_000,
    perPage: options.timeLimit?.perPage ?? 200,
    pages: options.maximumPages ?? 20_000,
    bytes: options.maximumFileBytes ?? 536_870_912,
  }
  const pool = makePdfPool(options.processes ?? 1, options.maximumMemoryBytes ?? 1_073_741_824)
  return {
    async read(content) {
      const large = refuseLarge(content, limits)
      if (large) return refused(large)
      const whole = { from: 1, remarks: true, spent: 0, left: 0, pageCount: 0 }
      const reading = await readPdfRange(pool, content, whole, limits)
      if (!reading.ok) return reading
      const sha256 = createHash('sha256').update(content).digest('hex')
      const { pages, remarks } = reading.value
      return ok({ sha256, engine: pdfEngineName, pages, remarks: [...new Set(remarks)] })
    },
    async renderPage(content, page, width) {
      const large = refuseLarge(content, limits)
      return large ? refused(large) : renderPdfPage(pool, content, page, { width }, limits)
    },
    close: () => pool.close(),
  }
}
