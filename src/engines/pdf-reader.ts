import { createHash } from 'node:crypto'
import { ok, type Refusal, type Result, refuse, refused } from '#foundation'
import type { FileReading, PageText, PdfReader } from '#records'
import { type Interruption, makePdfPool, type Patience, type PdfPool } from './pdf-child.ts'
import {
  type PdfReply,
  type PdfRequest,
  pdfEngineName,
  sayTrouble,
  unpackPage,
} from './pdf-messages.ts'
import { pdfRefusals } from './pdf-refusals.ts'

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
  const limits: Limits = {
    base: options.timeLimit?.base ?? 30_000,
    perPage: options.timeLimit?.perPage ?? 200,
    pages: options.maximumPages ?? 20_000,
    bytes: options.maximumFileBytes ?? 536_870_912,
  }
  const pool = makePdfPool(options.processes ?? 1, options.maximumMemoryBytes ?? 1_073_741_824)
  return {
    async read(content) {
      const large = refuseLarge(content, limits)
      return large ? refused(large) : readPages(pool, content, limits)
    },
    async renderPage(content, page, width) {
      const large = refuseLarge(content, limits)
      return large ? refused(large) : renderPage(pool, content, page, width, limits)
    },
    close: () => pool.close(),
  }
}

type Limits = {
  readonly base: number
  readonly perPage: number
  readonly pages: number
  readonly bytes: number
}

function refuseLarge(content: Uint8Array, limits: Limits): Refusal | null {
  if (content.length <= limits.bytes) return null
  const because = `the file has ${content.length} bytes; the limit is ${limits.bytes}`
  return refuse(pdfRefusals, 'pdf-too-large', because)
}

/** What is known of a file so far; a second child goes on where the first was lost. */
type Progress = {
  pageCount: number
  readonly pages: PageText[]
  readonly remarks: string[]
  /** From the second child on, pages come one by one, so that the guilty one is known. */
  careful: boolean
  left: number
}

const pagesLeftOutAtMost = 3

async function readPages(
  pool: PdfPool,
  content: Uint8Array,
  limits: Limits,
): Promise<Result<FileReading>> {
  const startedAt = performance.now()
  const progress: Progress = { pageCount: 0, pages: [], remarks: [], careful: false, left: 0 }
  for (;;) {
    const spent = performance.now() - startedAt
    const outcome = await pool.withChild((child) => {
      const request: PdfRequest = {
        kind: 'read',
        content,
        maximumPages: limits.pages,
        from: progress.pages.length + 1,
        onePageAtATime: progress.careful,
      }
      const patience = patienceFor(limits, progress.pageCount, spent)
      return child.ask<Result<null>>(request, patience, (reply, allow) =>
        hearReading(reply, progress, limits, () =>
          allow(patienceFor(limits, progress.pageCount, spent)),
        ),
      )
    })
    if (!('interrupted' in outcome) && !outcome.ok) return outcome
    if ('interrupted' in outcome && !goOn(progress)) {
      return refused(sayInterruption(outcome, progress, performance.now() - startedAt))
    }
    if (progress.pageCount > 0 && progress.pages.length >= progress.pageCount) {
      const sha256 = createHash('sha256').update(content).digest('hex')
      const { pages, remarks } = progress
      return ok({ sha256, engine: pdfEngineName, pages, remarks: [...new Set(remarks)] })
    }
    if (!('interrupted' in outcome)) throw new Error('the reading engine left out pages')
  }
}

/** A quarter of the base time without a sign of life means that one page hangs. */
function patienceFor(limits: Limits, pageCount: number, spent: number): Patience {
  const total = limits.base + limits.perPage * pageCount - spent
  return { total, silence: pageCount ? limits.base / 4 : limits.base }
}

function hearReading(
  reply: PdfReply,
  progress: Progress,
  limits: Limits,
  allowMore: () => void,
): Result<null> | null {
  if (reply.kind === 'trouble') {
    return refused(refuse(pdfRefusals, reply.trouble, sayTrouble(reply.trouble)))
  }
  if (reply.kind === 'opened') {
    if (reply.pageCount > limits.pages) {
      const because = `the file claims ${reply.pageCount} pages; the limit is ${limits.pages}`
      return refused(refuse(pdfRefusals, 'pdf-too-many-pages', because))
    }
    progress.pageCount = reply.pageCount
    progress.remarks.push(...reply.remarks)
    allowMore()
  }
  if (reply.kind === 'pages') {
    for (const page of reply.pages) progress.pages.push(unpackPage(page))
    progress.remarks.push(...reply.remarks)
  }
  return reply.kind === 'done' ? ok(null) : null
}

/** Whether another child may try: first again with care, then without the page that broke it. */
function goOn(progress: Progress): boolean {
  if (progress.pageCount === 0) return false
  if (!progress.careful) {
    progress.careful = true
    return true
  }
  progress.left += 1
  if (progress.left > pagesLeftOutAtMost || progress.left === progress.pageCount) return false
  const page = progress.pages.length + 1
  progress.remarks.push(`page ${page} stopped the reading engine and was left out`)
  progress.pages.push({ page, width: 612, height: 792, text: '', words: [], source: 'none' })
  return true
}

function sayInterruption(outcome: Interruption, progress: Progress, spent: number): Refusal {
  const at = progress.pageCount
    ? ` at page ${progress.pages.length + 1} of ${progress.pageCount}`
    : ' before its pages were known'
  if (outcome.interrupted === 'lost') {
    const because = `the reading engine gave up on the file${at}`
    return refuse(pdfRefusals, 'pdf-damaged', because)
  }
  const because = `reading was stopped${at}, after ${(spent / 1000).toFixed(1)} s`
  return refuse(pdfRefusals, 'pdf-too-slow', because)
}

async function renderPage(
  pool: PdfPool,
  content: Uint8Array,
  page: number,
  width: number,
  limits: Limits,
): Promise<Result<Uint8Array>> {
  const startedAt = performance.now()
  const request: PdfRequest = { kind: 'render', content, page, width }
  const patience = { total: limits.base, silence: limits.base }
  const outcome = await pool.withChild((child) =>
    child.ask<Result<Uint8Array>>(request, patience, (reply) => {
      if (reply.kind === 'trouble') {
        return refused(refuse(pdfRefusals, reply.trouble, sayTrouble(reply.trouble)))
      }
      if (reply.kind !== 'picture') return null
      if (reply.png) return ok(reply.png)
      const because = `page ${page} is not among the ${reply.pageCount} pages that can be shown`
      return refused(refuse(pdfRefusals, 'pdf-no-such-page', because))
    }),
  )
  if (!('interrupted' in outcome)) return outcome
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  return outcome.interrupted === 'late'
    ? refused(refuse(pdfRefusals, 'pdf-too-slow', `page ${page} was not drawn in ${seconds} s`))
    : refused(refuse(pdfRefusals, 'pdf-damaged', `the engine gave up while drawing page ${page}`))
}
