import { ok, type Refusal, type Result, refuse, refused } from '#foundation'
import type { FileContent, PageText } from '#records'
import type { PdfAttachment } from './pdf-attachments.ts'
import type { Interruption, Patience, PdfPool } from './pdf-child.ts'
import type { QuarterTurn } from './pdf-document.ts'
import { type PdfReply, type PdfRequest, sayTrouble, unpackPage } from './pdf-messages.ts'
import type { PageFacts } from './pdf-page-facts.ts'
import { pdfRefusals } from './pdf-refusals.ts'
import type { PageScan, ScanRequest } from './pdf-scan.ts'

/** Bounds within which a foreign PDF is opened: milliseconds, pages, bytes. */
export type PdfLimits = {
  readonly base: number
  readonly perPage: number
  readonly pages: number
  readonly bytes: number
}

/** Which pages of a file are wanted, and what went into it before. */
export type PdfRange = {
  readonly from: number
  /** All to the end unless said. */
  readonly to?: number
  /** Whether the file as a whole is looked at as well. */
  readonly remarks: boolean
  /** Milliseconds that other ranges of the file took already. */
  readonly spent: number
  /** Pages of the file that were left out already. */
  readonly left: number
  /** As another range told; 0 while nobody knows. */
  readonly pageCount: number
}

export type PdfRangeReading = {
  readonly pageCount: number
  readonly pages: readonly PageText[]
  /** What each page is made of, by its number. */
  readonly facts: ReadonlyMap<number, PageFacts>
  readonly remarks: readonly string[]
  /** Pages left out because the engine could not get past them. */
  readonly left: number
  /** Milliseconds in the hands of children, without waiting for them. */
  readonly spent: number
}

export function refuseLarge(content: FileContent, limits: PdfLimits): Refusal | null {
  const bytes = content instanceof Uint8Array ? content.length : content.bytes
  if (bytes <= limits.bytes) return null
  const because = `the file has ${bytes} bytes; the limit is ${limits.bytes}`
  return refuse(pdfRefusals, 'pdf-too-large', because)
}

/** What is known of a range so far; a second child goes on where the first was lost. */
type Progress = {
  pageCount: number
  readonly from: number
  readonly to: number | undefined
  readonly pages: PageText[]
  readonly facts: Map<number, PageFacts>
  readonly remarks: string[]
  /** From the second child on, pages come one by one, so that the guilty one is known. */
  careful: boolean
  left: number
}

const pagesLeftOutAtMost = 3

/**
 * Reads pages of a PDF in children of the pool. A page that hangs or breaks the engine is left out
 * with a remark, three at most in a file.
 *
 * Refusals: `not-a-pdf`, `pdf-needs-password`, `pdf-damaged`, `pdf-too-slow`, `pdf-too-many-pages`.
 */
export async function readPdfRange(
  pool: PdfPool,
  content: FileContent,
  range: PdfRange,
  limits: PdfLimits,
): Promise<Result<PdfRangeReading>> {
  let busy = 0
  const progress: Progress = {
    pageCount: range.pageCount,
    from: range.from,
    to: range.to,
    pages: [],
    facts: new Map(),
    remarks: [],
    careful: false,
    left: range.left,
  }
  for (;;) {
    const spent = range.spent + busy
    const outcome = await pool.withChild(async (child) => {
      const startedAt = performance.now()
      const request: PdfRequest = {
        kind: 'read',
        content,
        maximumPages: limits.pages,
        from: progress.from + progress.pages.length,
        ...(range.to === undefined ? {} : { to: range.to }),
        onePageAtATime: progress.careful,
        remarks: range.remarks && !progress.careful,
      }
      const patience = patienceFor(limits, progress.pageCount, spent)
      const answer = await child.ask<Result<null>>(request, patience, (reply, allow) =>
        hearReading(reply, progress, limits, () =>
          allow(patienceFor(limits, progress.pageCount, spent)),
        ),
      )
      busy += performance.now() - startedAt
      return answer
    })
    if (!('interrupted' in outcome) && !outcome.ok) return outcome
    if ('interrupted' in outcome && !goOn(progress)) {
      return refused(sayInterruption(outcome, progress, busy))
    }
    if (progress.pageCount > 0 && nextPage(progress) > lastPage(progress)) {
      const { pageCount, pages, facts, remarks } = progress
      return ok({ pageCount, pages, facts, remarks, left: progress.left - range.left, spent: busy })
    }
    if (!('interrupted' in outcome)) throw new Error('the reading engine left out pages')
  }
}

const nextPage = (progress: Progress) => progress.from + progress.pages.length
const lastPage = (progress: Progress) =>
  Math.min(progress.to ?? progress.pageCount, progress.pageCount)

/** A quarter of the base time without a sign of life means that one page hangs. */
function patienceFor(limits: PdfLimits, pageCount: number, spent: number): Patience {
  const total = limits.base + limits.perPage * pageCount - spent
  return { total, silence: pageCount ? limits.base / 4 : limits.base }
}

function hearReading(
  reply: PdfReply,
  progress: Progress,
  limits: PdfLimits,
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
    for (const page of reply.pages) {
      progress.pages.push(unpackPage(page))
      progress.facts.set(page.page, page.facts)
    }
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
  const page = nextPage(progress)
  progress.remarks.push(`page ${page} stopped the reading engine and was left out`)
  progress.pages.push({ page, width: 612, height: 792, text: '', words: [], source: 'none' })
  return true
}

function sayInterruption(outcome: Interruption, progress: Progress, spent: number): Refusal {
  const at = progress.pageCount
    ? ` at page ${nextPage(progress)} of ${progress.pageCount}`
    : ' before its pages were known'
  if (outcome.interrupted === 'lost') {
    const because = `the reading engine gave up on the file${at}`
    return refuse(pdfRefusals, 'pdf-damaged', because)
  }
  const because = `reading was stopped${at}, after ${(spent / 1000).toFixed(1)} s`
  return refuse(pdfRefusals, 'pdf-too-slow', because)
}

/** One page as PNG; refuses besides `pdf-no-such-page`. */
export async function renderPdfPage(
  pool: PdfPool,
  content: FileContent,
  page: number,
  request: { readonly width: number; readonly turned?: QuarterTurn },
  limits: PdfLimits,
): Promise<Result<Uint8Array>> {
  const startedAt = performance.now()
  const asked: PdfRequest = { kind: 'render', content, page, ...request }
  const patience = { total: limits.base, silence: limits.base }
  const outcome = await pool.withChild((child) =>
    child.ask<Result<Uint8Array>>(asked, patience, (reply) => {
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

/** The number of pages a PDF claims, and what is odd about it. */
export async function inspectPdf(
  pool: PdfPool,
  content: FileContent,
  limits: PdfLimits,
): Promise<Result<{ readonly pageCount: number; readonly remarks: readonly string[] }>> {
  const patience = { total: limits.base, silence: limits.base }
  const outcome = await pool.withChild((child) =>
    child.ask<Result<{ pageCount: number; remarks: readonly string[] }>>(
      { kind: 'inspect', content },
      patience,
      (reply) => {
        if (reply.kind === 'trouble') {
          return refused(refuse(pdfRefusals, reply.trouble, sayTrouble(reply.trouble)))
        }
        if (reply.kind !== 'opened') return null
        const { pageCount, remarks } = reply
        if (pageCount <= limits.pages) return ok({ pageCount, remarks })
        const because = `the file claims ${pageCount} pages; the limit is ${limits.pages}`
        return refused(refuse(pdfRefusals, 'pdf-too-many-pages', because))
      },
    ),
  )
  if (!('interrupted' in outcome)) return outcome
  return outcome.interrupted === 'late'
    ? refused(refuse(pdfRefusals, 'pdf-too-slow', 'the file could not be opened in time'))
    : refused(refuse(pdfRefusals, 'pdf-damaged', 'the reading engine gave up on the file'))
}

/** A page drawn for OCR into the file that the request names; null where it cannot be drawn. */
export async function scanPdfPage(
  pool: PdfPool,
  content: FileContent,
  scan: ScanRequest,
  limits: PdfLimits,
): Promise<PageScan | null> {
  const patience = { total: limits.base, silence: limits.base }
  const outcome = await pool.withChild((child) =>
    child.ask<{ readonly scan: PageScan | null }>(
      { kind: 'scan', content, scan },
      patience,
      (reply) => {
        if (reply.kind === 'trouble') return { scan: null }
        return reply.kind === 'scanned' ? reply : null
      },
    ),
  )
  return 'interrupted' in outcome ? null : outcome.scan
}

/** The files embedded in a PDF, laid into `folder`; null where they are too many or too large. */
export async function takePdfAttachments(
  pool: PdfPool,
  content: FileContent,
  folder: string,
  limits: PdfLimits,
): Promise<Result<readonly PdfAttachment[] | null>> {
  const patience = { total: limits.base, silence: limits.base }
  const outcome = await pool.withChild((child) =>
    child.ask<Result<readonly PdfAttachment[] | null>>(
      { kind: 'attachments', content, folder },
      patience,
      (reply) => {
        if (reply.kind === 'trouble') {
          return refused(refuse(pdfRefusals, reply.trouble, sayTrouble(reply.trouble)))
        }
        return reply.kind === 'attachments' ? ok(reply.files) : null
      },
    ),
  )
  if (!('interrupted' in outcome)) return outcome
  const because = 'the engine gave up on the files embedded in it'
  return refused(refuse(pdfRefusals, 'pdf-damaged', because))
}
