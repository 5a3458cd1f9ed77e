import { availableParallelism } from 'node:os'
import { ok, type Result, refuse, refused } from '#foundation'
import type { FileContent, FileInspection, RecordReader } from '#records'
import { detectMediaType, mediaTypes } from './detect-media-type.ts'
import { withFileOnDisk, withFolder } from './file-content.ts'
import { makePdfPool } from './pdf-child.ts'
import { pdfEngineName } from './pdf-messages.ts'
import {
  inspectPdf,
  type PdfLimits,
  refuseLarge,
  renderPdfPage,
  scanPdfPage,
  takePdfAttachments,
} from './pdf-pages.ts'
import { makePictureReading } from './picture-reading.ts'
import { readInBatches } from './read-in-batches.ts'
import { recordFileRefusals } from './record-refusals.ts'
import {
  countPages,
  refuseLargeDocument,
  renderDocument,
  tellAttachment,
  unpackDocument,
} from './render-document.ts'
import { unpackZip } from './zip-archive.ts'

export type RecordReaderOptions = {
  /** Child processes at work at once; as many as there are cores, four at most, unless said. */
  readonly processes?: number
  /** Milliseconds a PDF may take, and besides for each of its pages: 30,000 and 200. */
  readonly timeLimit?: { readonly base: number; readonly perPage: number }
  /** Of each PDF engine; 1 GiB unless said. */
  readonly maximumMemoryBytes?: number
  /** 20,000 unless said. */
  readonly maximumPages?: number
  /**
   * What reads pictures: the machine's own `tesseract` where there is one, else the one that comes
   * with the product (`found`); always that one (`bundled`); or nothing, and pages without text
   * stay without (`none`). `found` unless said.
   */
  readonly ocr?: 'found' | 'bundled' | 'none'
  /** 2,047 MiB unless said, which is the most that the PDF engine can address. */
  readonly maximumFileBytes?: number
}

/** A reader that also can be told to end its child processes. */
export type ClosableRecordReader = RecordReader & { close(): Promise<void> }

/**
 * Reads files of medical records that nobody vouches for, in child processes that are ended when a
 * file takes too long or too much memory. A file on disk is read by ranges and never held whole;
 * pages are read by all processes at once and handed on in order.
 */
export function makeRecordReader(options: RecordReaderOptions = {}): ClosableRecordReader {
  const processes = options.processes ?? Math.min(4, availableParallelism())
  const limits: PdfLimits = {
    base: options.timeLimit?.base ?? 30_000,
    perPage: options.timeLimit?.perPage ?? 200,
    pages: options.maximumPages ?? 20_000,
    bytes: options.maximumFileBytes ?? 2_146_435_072,
  }
  const pictures = makePictureReading(options.ocr ?? 'found', processes)
  const pool = makePdfPool(processes, options.maximumMemoryBytes ?? 1_073_741_824)
  return {
    async inspect(content) {
      const detected = await detectMediaType(content)
      if ('damaged' in detected) {
        return refused(refuse(recordFileRefusals, 'file-damaged', detected.damaged))
      }
      if ('unsupported' in detected) {
        return refused(refuse(recordFileRefusals, 'file-type-not-supported', detected.unsupported))
      }
      const { mediaType } = detected
      if (mediaType === mediaTypes.pdf) return inspectAsPdf(content)
      const large = mediaType === mediaTypes.zip ? null : refuseLargeDocument(content, mediaType)
      if (large) return refused(large)
      return ok({ mediaType, pages: countPages(content, mediaType), remarks: [] })
    },
    async unpack(content, { mediaType, folder }) {
      if (mediaType === mediaTypes.zip) return unpackZip(content, folder)
      if (mediaType === mediaTypes.pdf) {
        const taken = await withFileOnDisk(content, (file) =>
          takePdfAttachments(pool, file, folder, limits),
        )
        if (!taken.ok) return taken
        if (taken.value) return ok(taken.value.map(tellAttachment))
        const because = 'the files embedded in the PDF are too many or too large'
        return refused(refuse(recordFileRefusals, 'archive-too-large', because))
      }
      if (mediaType !== mediaTypes.cda && mediaType !== mediaTypes.fhir) return ok([])
      const large = refuseLargeDocument(content, mediaType)
      if (large) return refused(large)
      return withFileOnDisk(content, ({ path }) => unpackDocument(path, mediaType, folder))
    },
    async render(content, { mediaType, folder }) {
      if (mediaType === mediaTypes.pdf) return ok(null)
      const shown = Object.values(mediaTypes).find((type) => type === mediaType)
      if (shown === undefined || shown === mediaTypes.zip) {
        const because = `a file of the type ${mediaType} has no pages`
        return refused(refuse(recordFileRefusals, 'file-type-not-supported', because))
      }
      const large = refuseLargeDocument(content, shown)
      if (large) return refused(large)
      return withFileOnDisk(content, (file) => renderDocument(file, shown, folder))
    },
    async readPages(content, request) {
      const large = refuseLarge(content, limits)
      if (large) return refused(large)
      return withFileOnDisk(content, async (file) => {
        const inspected = await inspectPdf(pool, file, limits)
        if (!inspected.ok) return inspected
        const { pageCount, remarks } = inspected.value
        return withFolder(async (folder) => {
          const { improve, engineName } = pictures.forFile({
            folder,
            scan: (scan) => scanPdfPage(pool, file, scan, limits),
            ...(request.signal ? { signal: request.signal } : {}),
          })
          const reading = { ...request, pageCount, processes, limits, improve }
          const read = await readInBatches(pool, file, reading)
          if (!read.ok) return read
          return ok({
            engine: `${pdfEngineName}${engineName()}`,
            pages: pageCount,
            remarks: [...new Set([...remarks, ...read.value])],
          })
        })
      })
    },
    async renderPage(content, page, request) {
      const large = refuseLarge(content, limits)
      return large ? refused(large) : renderPdfPage(pool, content, page, request, limits)
    },
    async close() {
      await Promise.all([pool.close(), pictures.close()])
    },
  }

  async function inspectAsPdf(content: FileContent): Promise<Result<FileInspection>> {
    const large = refuseLarge(content, limits)
    if (large) return refused(large)
    return withFileOnDisk(content, async (file) => {
      const inspected = await inspectPdf(pool, file, limits)
      if (!inspected.ok) return inspected
      const { pageCount, remarks } = inspected.value
      return ok({ mediaType: mediaTypes.pdf, pages: pageCount, remarks })
    })
  }
}
