import { createHash } from 'node:crypto'
import { ok, type Result, refuse, refused } from '#foundation'
import type { FileReading, PageText, PdfReader } from '#records'
import { openPdf } from './pdf-document.ts'
import { pdfEngineName, sayTrouble } from './pdf-messages.ts'
import { pdfRefusals } from './pdf-refusals.ts'
import { isEngineAbort, openPdfium, type Pdfium } from './pdfium.ts'

/**
 * Reads PDFs in this process, without start or transport costs: for files that we made or that
 * the operator names on the command line. It cannot be interrupted: files from outside go through
 * `makePdfReader`. Memory and page limits hold; the wall-clock limit is looked at between pages.
 */
export async function makePdfTextReader(
  options: { readonly maximumPages?: number; readonly maximumMemoryBytes?: number } = {},
): Promise<PdfReader> {
  const memory = options.maximumMemoryBytes ?? 1_073_741_824
  const maximumPages = options.maximumPages ?? 20_000
  let engine: Pdfium | null = await openPdfium(memory)
  const withFile = async <T>(
    content: Uint8Array,
    use: (file: Exclude<ReturnType<typeof openPdf>, string>) => Result<T>,
  ): Promise<Result<T>> => {
    engine ??= await openPdfium(memory)
    try {
      const file = openPdf(engine, content)
      if (typeof file === 'string') return refused(refuse(pdfRefusals, file, sayTrouble(file)))
      try {
        return use(file)
      } finally {
        file.close()
      }
    } catch (cause) {
      // An engine that aborted is in no state to go on; the next file gets a fresh one.
      engine = null
      if (!isEngineAbort(cause)) throw cause
      return refused(refuse(pdfRefusals, 'pdf-damaged', sayTrouble('pdf-damaged')))
    }
  }
  return {
    read: (content) =>
      withFile<FileReading>(content, (file) => {
        if (file.pageCount > maximumPages) {
          const because = `the file claims ${file.pageCount} pages; the limit is ${maximumPages}`
          return refused(refuse(pdfRefusals, 'pdf-too-many-pages', because))
        }
        const pages: PageText[] = []
        const remarks = [...file.remarks()]
        const until = performance.now() + 30_000 + 200 * file.pageCount
        for (let page = 1; page <= file.pageCount; page += 1) {
          const read = file.readPage(page)
          pages.push(read.page)
          remarks.push(...read.remarks)
          if (performance.now() > until) {
            const because = `reading stopped after page ${page} of ${file.pageCount}`
            return refused(refuse(pdfRefusals, 'pdf-too-slow', because))
          }
        }
        const sha256 = createHash('sha256').update(content).digest('hex')
        return ok({ sha256, engine: pdfEngineName, pages, remarks })
      }),
    renderPage: (content, page, width) =>
      withFile<Uint8Array>(content, (file) => {
        const picture = page >= 1 && page <= file.pageCount ? file.renderPage(page, width) : null
        if (picture) return ok(picture)
        const because = `page ${page} is not among the ${file.pageCount} pages that can be shown`
        return refused(refuse(pdfRefusals, 'pdf-no-such-page', because))
      }),
  }
}
