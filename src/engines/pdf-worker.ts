/**
 * The child process in which foreign PDFs are opened. It holds no secrets, is given bytes and
 * gives back text, and is ended by its parent when it takes too long.
 */
import { Worker } from 'node:worker_threads'
import { openPdf } from './pdf-document.ts'
import { type PackedPage, type PdfReply, type PdfRequest, packPage } from './pdf-messages.ts'
import { openPdfium } from './pdfium.ts'

const memoryLimit = Number(process.env['OPENIMR_PDF_MEMORY'] ?? 1_073_741_824)
const engine = await openPdfium(memoryLimit)

/**
 * Should the parent die while a file keeps this process busy, nobody would end it: a second
 * thread looks every two seconds whether the parent is still ours.
 */
const watch = `const parent = process.ppid
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 2000)`
new Worker(watch, { eval: true, stdin: false }).unref()

function reply(message: PdfReply): void {
  process.send?.(message)
}

/** About this many characters travel in one message: few messages, and early progress. */
const batch = 60_000

function answer(request: PdfRequest): void {
  const file = openPdf(engine, request.content)
  if (typeof file === 'string') return reply({ kind: 'trouble', trouble: file })
  if (request.kind === 'render') {
    const inside = request.page >= 1 && request.page <= file.pageCount
    const png = inside ? file.renderPage(request.page, request.width) : null
    reply({ kind: 'picture', png, pageCount: file.pageCount })
    return file.close()
  }
  reply({ kind: 'opened', pageCount: file.pageCount, remarks: file.remarks })
  if (file.pageCount > request.maximumPages) return file.close()
  let pages: PackedPage[] = []
  let remarks: string[] = []
  let size = 0
  let sentAt = performance.now()
  for (let number = request.from; number <= file.pageCount; number += 1) {
    const read = file.readPage(number)
    pages.push(packPage(read.page))
    remarks.push(...read.remarks)
    size += 400 + read.page.text.length
    if (size > batch || request.onePageAtATime || performance.now() - sentAt > 500) {
      reply({ kind: 'pages', pages, remarks })
      sentAt = performance.now()
      pages = []
      remarks = []
      size = 0
    }
  }
  if (pages.length) reply({ kind: 'pages', pages, remarks })
  reply({ kind: 'done' })
  file.close()
}

process.on('message', (request: PdfRequest) => {
  // An abort of the engine ends the process: the parent sees it and starts another.
  answer(request)
})
process.on('disconnect', () => process.exit(0))
reply({ kind: 'ready' })
