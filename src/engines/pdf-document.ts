import { closeSync, openSync } from 'node:fs'
import type { FileContent, PageText } from '#records'
import { type PdfAttachment, writePdfAttachments } from './pdf-attachments.ts'
import { type PdfFields, readPdfFields } from './pdf-fields.ts'
import { factsOfPage, type PageFacts } from './pdf-page-facts.ts'
import { findActiveContent, findActiveContentOfFile, readStart } from './pdf-remarks.ts'
import { type PageScan, type ScanRequest, scanPage } from './pdf-scan.ts'
import { readLayerWords } from './pdf-words.ts'
import { accessFile, type Pdfium } from './pdfium.ts'
import { encodePng } from './png.ts'
import { type OrderedText, readInOrder } from './reading-order.ts'

/** Why a file could not be opened: codes of `pdfRefusals`. */
export type PdfTrouble = 'not-a-pdf' | 'pdf-needs-password' | 'pdf-damaged'

/** Degrees clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270

/** A PDF held open in the engine's memory. */
export type OpenPdf = {
  readonly pageCount: number
  /** What is odd about the file as a whole; the whole file is looked through for it. */
  remarks(): readonly string[]
  /** The page of this number, counted from 1; `remarks` grows when the page is odd. */
  readPage(page: number): ReadPage
  /** The page as PNG, turned clockwise, `width` pixels wide; null when it cannot be loaded. */
  renderPage(page: number, width: number, turned?: QuarterTurn): Uint8Array | null
  /** What stands in the fields of the first pages, where it is a form. */
  readFields(pages: number): PdfFields
  /** Lays embedded files into a folder; null where they are too many or too large. */
  writeAttachments(folder: string): readonly PdfAttachment[] | null
  /** The page drawn for OCR, into a file; null when it cannot be loaded. */
  scanPage(request: ScanRequest): PageScan | null
  close(): void
}

/** A page by its text layer, and what tells whether the layer can be trusted. */
export type ReadPage = {
  readonly page: PageText
  readonly remarks: readonly string[]
  readonly facts: PageFacts
}

const noText: OrderedText = { text: '', words: [] }

/** Opens a PDF, also one encrypted with an empty user password. */
export function openPdf(pdfium: Pdfium, content: FileContent): OpenPdf | PdfTrouble {
  const loaded = content instanceof Uint8Array ? load(pdfium, content) : loadFile(pdfium, content)
  if (typeof loaded === 'string') return loaded
  const { handle, active, release } = loaded
  if (handle === 0) {
    const failure = pdfium.FPDF_GetLastError()
    release()
    return failure === 4 || failure === 5 ? 'pdf-needs-password' : 'pdf-damaged'
  }
  const pageCount = pdfium.FPDF_GetPageCount(handle)
  if (pageCount < 1) {
    pdfium.FPDF_CloseDocument(handle)
    release()
    return 'pdf-damaged'
  }
  return {
    pageCount,
    remarks: () => remarksOf(pdfium, handle, active()),
    readPage: (page) => readPage(pdfium, handle, page),
    readFields: (pages) => readPdfFields(pdfium, handle, Math.min(pages, pageCount)),
    renderPage: (page, width, turned) => renderPage(pdfium, handle, page, width, turned ?? 0),
    writeAttachments: (folder) => writePdfAttachments(pdfium, handle, folder),
    scanPage: (request) => scanPage(pdfium, handle, request),
    close() {
      pdfium.FPDF_CloseDocument(handle)
      release()
    },
  }
}

/** A document in the engine's hands, or handle 0 where it could not be opened. */
type Loaded = {
  readonly handle: number
  /** What the bare bytes say about active content. */
  readonly active: () => string[]
  readonly release: () => void
}

function load(pdfium: Pdfium, content: Uint8Array): Loaded | PdfTrouble {
  if (!hasPdfHeader(content.subarray(0, 1028))) return 'not-a-pdf'
  const data = pdfium.malloc(content.length)
  if (data === 0) return 'pdf-damaged'
  new Uint8Array(pdfium.memory.buffer).set(content, data)
  return {
    handle: pdfium.FPDF_LoadMemDocument64(data, content.length, 0),
    active: () => findActiveContent(content),
    release: () => pdfium.free(data),
  }
}

/** A file on disk is read by ranges, as the engine asks for them, and never held whole. */
function loadFile(pdfium: Pdfium, file: Exclude<FileContent, Uint8Array>): Loaded | PdfTrouble {
  const descriptor = openSync(file.path, 'r')
  if (!hasPdfHeader(readStart(descriptor, 1028))) {
    closeSync(descriptor)
    return 'not-a-pdf'
  }
  const access = accessFile(pdfium, descriptor, file.bytes)
  return {
    handle: pdfium.FPDF_LoadCustomDocument(access.pointer, 0),
    active: () => findActiveContentOfFile(descriptor, file.bytes),
    release() {
      access.release()
      closeSync(descriptor)
    },
  }
}

/** The header may follow up to 1,024 bytes of something else, as other readers allow. */
function hasPdfHeader(start: Uint8Array): boolean {
  return Buffer.from(start.buffer, start.byteOffset, start.byteLength).includes('%PDF-')
}

function remarksOf(pdfium: Pdfium, handle: number, active: readonly string[]): string[] {
  const remarks = new Set(active)
  if (pdfium.EPDF_IsEncrypted(handle)) remarks.add('encrypted; opened with the empty user password')
  if (pdfium.FPDFDoc_GetJavaScriptActionCount(handle) > 0) {
    remarks.add('contains JavaScript; it is never run')
  }
  if (pdfium.FPDFDoc_GetAttachmentCount(handle) > 0) {
    remarks.add('carries embedded files; they are not read')
  }
  return [...remarks]
}

const noFacts: PageFacts = { objects: 0, picture: 0, invisible: 0 }

function readPage(pdfium: Pdfium, handle: number, number: number): ReadPage {
  const remarks: string[] = []
  let page = pdfium.FPDF_LoadPage(handle, number - 1)
  if (page === 0) {
    remarks.push(`page ${number} cannot be opened`)
    return { page: pageOf(number, 612, 792, noText, 'none'), remarks, facts: noFacts }
  }
  try {
    // Words typed into a form lie in annotations; flattened, they become words of the page.
    if (hasTypedText(pdfium, page, remarks, number) && pdfium.FPDFPage_Flatten(page, 0) === 1) {
      pdfium.FPDF_ClosePage(page)
      page = pdfium.FPDF_LoadPage(handle, number - 1)
      if (page === 0) {
        return { page: pageOf(number, 612, 792, noText, 'none'), remarks, facts: noFacts }
      }
    }
    const width = pdfium.FPDF_GetPageWidthF(page)
    const height = pdfium.FPDF_GetPageHeightF(page)
    const facts = factsOfPage(pdfium, page, { width, height })
    const textPage = pdfium.FPDFText_LoadPage(page)
    if (textPage === 0) {
      remarks.push(`page ${number}: the text layer cannot be read`)
      return { page: pageOf(number, width, height, noText, 'none'), remarks, facts }
    }
    try {
      const layer = readLayerWords(pdfium, textPage, frameOf(pdfium, page))
      const ordered = readInOrder(layer.words)
      if (layer.senseless > 0.3 * layer.characters) {
        remarks.push(`page ${number}: the text layer makes no sense and is not used`)
        const senseless = ordered.text
        const empty = pageOf(number, width, height, noText, 'none')
        return { page: empty, remarks, facts: { ...facts, senseless } }
      }
      const source = ordered.text ? 'layer' : 'none'
      return { page: pageOf(number, width, height, ordered, source), remarks, facts }
    } finally {
      pdfium.FPDFText_ClosePage(textPage)
    }
  } finally {
    if (page !== 0) pdfium.FPDF_ClosePage(page)
  }
}

function pageOf(
  page: number,
  width: number,
  height: number,
  ordered: OrderedText,
  source: PageText['source'],
): PageText {
  return {
    page,
    width: Math.round(width * 100) / 100,
    height: Math.round(height * 100) / 100,
    text: ordered.text,
    words: ordered.words,
    source,
  }
}

const freeText = 3
const stamp = 13
const link = 2
const widget = 20
const richMedia = 28
const launch = 4

/** Whether the page has fields, typed notes or stamps; what is active among them is remarked. */
function hasTypedText(pdfium: Pdfium, page: number, remarks: string[], number: number): boolean {
  let typed = false
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), 5000)
  for (let index = 0; index < count; index += 1) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
    if (subtype === widget || subtype === freeText || subtype === stamp) typed = true
    if (subtype === richMedia) remarks.push(`page ${number} carries rich media; it is never played`)
    if (subtype === link) {
      const target = pdfium.FPDFAnnot_GetLink(annotation)
      const action = target === 0 ? 0 : pdfium.FPDFLink_GetAction(target)
      if (action !== 0 && pdfium.FPDFAction_GetType(action) === launch) {
        remarks.push(`page ${number} asks to start a program; it is never started`)
      }
    }
    pdfium.FPDFPage_CloseAnnot(annotation)
  }
  return typed
}

function frameOf(pdfium: Pdfium, page: number) {
  const rect = pdfium.malloc(16)
  pdfium.FPDF_GetPageBoundingBox(page, rect)
  const view = new DataView(pdfium.memory.buffer)
  const frame = {
    left: view.getFloat32(rect, true),
    top: view.getFloat32(rect + 4, true),
    right: view.getFloat32(rect + 8, true),
    bottom: view.getFloat32(rect + 12, true),
    rotation: pdfium.FPDFPage_GetRotation(page) & 3,
  }
  pdfium.free(rect)
  return frame
}

/** Pixels of one picture: a hostile page of 60,000 by 60,000 points costs no more than this. */
const maximumPixels = 40_000_000
const drawAnnotations = 0x01
const redFirst = 0x10
const white = 0xffffffff | 0

function renderPage(
  pdfium: Pdfium,
  handle: number,
  number: number,
  wanted: number,
  turned: QuarterTurn,
): Uint8Array | null {
  const page = pdfium.FPDF_LoadPage(handle, number - 1)
  if (page === 0) return null
  try {
    const upright = pdfium.FPDF_GetPageHeightF(page) / Math.max(1, pdfium.FPDF_GetPageWidthF(page))
    const shape = turned % 180 === 0 ? upright : 1 / Math.max(upright, 1e-6)
    const widest = Math.floor(Math.sqrt(maximumPixels / Math.max(shape, 1e-6)))
    const width = Math.max(1, Math.min(Math.round(wanted), widest, 10_000))
    const height = Math.max(
      1,
      Math.min(Math.round(width * shape), Math.floor(maximumPixels / width)),
    )
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 1)
    if (bitmap === 0) return null
    try {
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
      const flags = drawAnnotations | redFirst
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turned / 90, flags)
      const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
      const size = pdfium.FPDFBitmap_GetStride(bitmap) * height
      return encodePng(new Uint8Array(pdfium.memory.buffer, start, size), width, height)
    } finally {
      pdfium.FPDFBitmap_Destroy(bitmap)
    }
  } finally {
    pdfium.FPDF_ClosePage(page)
  }
}
