/**
 * The child process in which foreign PDFs are opened. It holds no secrets, is given bytes and
 * gives back text, and is ended by its parent when it takes too long.
 */
import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { FileContent } from '#records'
import { type OpenPdf, openPdf, type PdfTrouble } from './pdf-document.ts'
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
  const file = open(request.content)
  if (typeof file === 'string') return reply({ kind: 'trouble', trouble: file })
  if (request.kind === 'render') {
    const inside = request.page >= 1 && request.page <= file.pageCount
    const png = inside ? file.renderPage(request.page, request.width, request.turned) : null
    reply({ kind: 'picture', png, pageCount: file.pageCount })
  } else if (request.kind === 'attachments') {
    reply({ kind: 'attachments', files: file.writeAttachments(request.folder) })
  } else if (request.kind === 'scan') {
    reply({ kind: 'scanned', scan: file.scanPage(request.scan) })
  } else if (request.kind === 'inspect') {
    reply({ kind: 'opened', pageCount: file.pageCount, remarks: file.remarks() })
  } else if (request.kind === 'fields') {
    reply({ kind: 'fields', fields: file.readFields(request.maximumPages) })
  } else {
    readPages(file, request)
  }
  if (request.content instanceof Uint8Array) file.close()
}

function readPages(file: OpenPdf, request: Extract<PdfRequest, { readonly kind: 'read' }>): void {
  const remarksOfFile = request.remarks ? file.remarks() : []
  reply({ kind: 'opened', pageCount: file.pageCount, remarks: remarksOfFile })
  if (file.pageCount > request.maximumPages) return
  let pages: PackedPage[] = []
  let remarks: string[] = []
  let size = 0
  let sentAt = performance.now()
  const last = Math.min(request.to ?? file.pageCount, file.pageCount)
  for (let number = request.from; number <= last; number += 1) {
    const read = file.readPage(number)
    pages.push(packPage(read.page, read.facts))
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
}

/** The file on disk that was asked about last stays open: its next pages are likely to follow. */
let kept: { readonly key: string; readonly file: OpenPdf; uses: number } | null = null

/**
 * The engine keeps what it has seen of an open file: opened anew now and then, it lets go. It is
 * not while its memory is small, for the way to a late page of a large file is looked up anew then.
 */
const usesOfOpenFile = 10
const smallMemory = 128 * 1024 * 1024

function open(content: FileContent): OpenPdf | PdfTrouble {
  if (content instanceof Uint8Array) return openPdf(engine, content)
  const { mtimeMs, ino } = statSync(content.path)
  const key = [content.path, content.bytes, mtimeMs, ino].join('\n')
  const isSmall = engine.memory.buffer.byteLength < smallMemory
  if (kept?.key === key && (isSmall || kept.uses < usesOfOpenFile)) {
    kept.uses += 1
    return kept.file
  }
  kept?.file.close()
  kept = null
  const file = openPdf(engine, content)
  if (typeof file !== 'string') kept = { key, file, uses: 1 }
  return file
}

process.on('message', (request: PdfRequest) => {
  // An abort of the engine ends the process: the parent sees it and starts another.
  answer(request)
})
process.on('disconnect', () => process.exit(0))
reply({ kind: 'ready' })
