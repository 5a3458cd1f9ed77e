import { writeFileSync } from 'node:fs'
import { type InkMap, measureLayout } from './page-layout.ts'
import { encodePgm, type GreyPicture, turnBy, withoutRules, withoutSpecks } from './page-picture.ts'
import type { QuarterTurn } from './pdf-document.ts'
import type { Pdfium } from './pdfium.ts'

/** How a page is drawn for OCR. */
export type ScanRequest = {
  readonly page: number
  /** Where the picture goes, as PGM. */
  readonly path: string
  /** Clockwise; `found`: so that lines of writing run across, which may be upside down. */
  readonly turned: QuarterTurn | 'found'
  readonly specks: 'kept' | 'removed'
  readonly rules: 'kept' | 'removed'
}

/** A page drawn for OCR. */
export type PageScan = {
  readonly width: number
  readonly height: number
  /** Pixels of the picture by points of the page. */
  readonly scale: number
  readonly turned: QuarterTurn
  /** Degrees clockwise by which the writing sloped and was turned back. */
  readonly skew: number
  readonly ruled: boolean
  readonly ink: InkMap
}

/** Dots an inch where the page does not say better, and within which its own pictures are kept. */
const usualDpi = 300
const leastDpi = 150
const mostDpi = 400
const maximumPixels = 40_000_000
/** Degrees: below this, turning costs more sharpness than it gives. */
const leastSkew = 0.35

/** Draws a page in shades of grey, sets it upright and straight, and writes it to a file. */
export function scanPage(pdfium: Pdfium, document: number, request: ScanRequest): PageScan | null {
  const page = pdfium.FPDF_LoadPage(document, request.page - 1)
  if (page === 0) return null
  try {
    const points = {
      width: Math.max(1, pdfium.FPDF_GetPageWidthF(page)),
      height: Math.max(1, pdfium.FPDF_GetPageHeightF(page)),
    }
    const most = Math.sqrt(maximumPixels / (points.width * points.height))
    const scale = Math.min(dpiOf(pdfium, page, points) / 72, most)
    let turned: QuarterTurn = request.turned === 'found' ? 0 : request.turned
    let drawn = drawGrey(pdfium, page, points, scale, turned)
    if (drawn === null) return null
    let layout = measureLayout(drawn)
    if (request.turned === 'found' && layout.sideways) {
      turned = 90
      drawn = drawGrey(pdfium, page, points, scale, turned)
      if (drawn === null) return null
      layout = measureLayout(drawn)
    }
    const skew = layout.sideways || Math.abs(layout.skew) < leastSkew ? 0 : layout.skew
    let picture = drawn
    if (skew !== 0) {
      picture = turnBy(picture, -skew)
      layout = measureLayout(picture)
    }
    if (request.rules === 'removed') picture = withoutRules(picture, Math.round(scale * 30))
    if (request.specks === 'removed') picture = withoutSpecks(picture)
    writeFileSync(request.path, encodePgm(picture), { mode: 0o600 })
    const { width, height } = picture
    return { width, height, scale, turned, skew, ruled: layout.ruled, ink: layout.ink }
  } finally {
    pdfium.FPDF_ClosePage(page)
  }
}

const image = 3

/** The resolution of the picture that fills the page, where one does. */
function dpiOf(
  pdfium: Pdfium,
  page: number,
  points: { readonly width: number; readonly height: number },
): number {
  const scratch = pdfium.malloc(24)
  try {
    let best = 0
    const count = Math.min(pdfium.FPDFPage_CountObjects(page), 2_000)
    for (let index = 0; index < count; index += 1) {
      const object = pdfium.FPDFPage_GetObject(page, index)
      if (object === 0 || pdfium.FPDFPageObj_GetType(object) !== image) continue
      const [s, view] = [scratch, () => new DataView(pdfium.memory.buffer)]
      if (!pdfium.FPDFPageObj_GetBounds(object, s, s + 4, s + 8, s + 12)) continue
      const bounds = view()
      const width = bounds.getFloat32(s + 8, true) - bounds.getFloat32(s, true)
      const height = bounds.getFloat32(s + 12, true) - bounds.getFloat32(s + 4, true)
      if (width * height < 0.6 * points.width * points.height) continue
      if (!pdfium.FPDFPageObj_GetMatrix(object, s)) continue
      const lying = Math.abs(view().getFloat32(s + 4, true)) > Math.abs(view().getFloat32(s, true))
      if (!pdfium.FPDFImageObj_GetImagePixelSize(object, s, s + 4)) continue
      const size = view()
      const across = size.getUint32(s, true) / (lying ? height : width)
      const down = size.getUint32(s + 4, true) / (lying ? width : height)
      // A fax has twice as many dots across as down: the better of the two.
      best = Math.max(best, 72 * across, 72 * down)
    }
    if (best < leastDpi) return usualDpi
    // Beyond what OCR can use: a half or a third of it, so that pixels fall on pixels.
    return best <= mostDpi ? best : best / Math.ceil(best / mostDpi)
  } finally {
    pdfium.free(scratch)
  }
}

const greyFormat = 1
const drawAnnotations = 0x01
const inGrey = 0x08
const white = 0xffffffff | 0

function drawGrey(
  pdfium: Pdfium,
  page: number,
  points: { readonly width: number; readonly height: number },
  scale: number,
  turned: QuarterTurn,
): GreyPicture | null {
  const across = turned % 180 === 0 ? points.width : points.height
  const down = turned % 180 === 0 ? points.height : points.width
  const width = Math.max(8, Math.round(across * scale))
  const height = Math.max(8, Math.round(down * scale))
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, greyFormat, 0, 0)
  if (bitmap === 0) return null
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    const flags = drawAnnotations | inGrey
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turned / 90, flags)
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    const stride = pdfium.FPDFBitmap_GetStride(bitmap)
    const pixels = new Uint8Array(width * height)
    for (let row = 0; row < height; row += 1) {
      pixels.set(new Uint8Array(pdfium.memory.buffer, start + row * stride, width), row * width)
    }
    return { width, height, pixels }
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}
