import type { Pdfium } from './pdfium.ts'

/** What a page is made of, as far as it bears on whether its text layer can be trusted. */
export type PageFacts = {
  /** Objects of any kind: 0 is a blank page. */
  readonly objects: number
  /** The share of the page under its largest picture, 0 to 1. */
  readonly picture: number
  /** The share of its pieces of text that are not drawn, 0 to 1. */
  readonly invisible: number
  /** Text of a layer that was not used because its characters stand for nothing. */
  readonly senseless?: string
}

const text = 1
const image = 3
const form = 5
const invisible = 3
const clipOnly = 7
const objectsAtMost = 20_000

export function factsOfPage(
  pdfium: Pdfium,
  page: number,
  size: { readonly width: number; readonly height: number },
): PageFacts {
  const objects = pdfium.FPDFPage_CountObjects(page)
  const scratch = pdfium.malloc(16)
  let picture = 0
  let hidden = 0
  let texts = 0
  let seen = 0
  const look = (object: number, depth: number): void => {
    seen += 1
    if (object === 0 || seen > objectsAtMost) return
    const type = pdfium.FPDFPageObj_GetType(object)
    if (type === text) {
      texts += 1
      const mode = pdfium.FPDFTextObj_GetTextRenderMode(object)
      if (mode === invisible || mode === clipOnly) hidden += 1
    }
    if (type === image) picture = Math.max(picture, areaOf(object))
    if (type === form && depth < 3) {
      const count = pdfium.FPDFFormObj_CountObjects(object)
      for (let index = 0; index < count && seen <= objectsAtMost; index += 1) {
        look(pdfium.FPDFFormObj_GetObject(object, index), depth + 1)
      }
    }
  }
  const areaOf = (object: number): number => {
    const s = scratch
    if (!pdfium.FPDFPageObj_GetBounds(object, s, s + 4, s + 8, s + 12)) return 0
    const view = new DataView(pdfium.memory.buffer)
    const width = view.getFloat32(s + 8, true) - view.getFloat32(s, true)
    const height = view.getFloat32(s + 12, true) - view.getFloat32(s + 4, true)
    return Math.min(1, (width * height) / Math.max(1, size.width * size.height))
  }
  try {
    for (let index = 0; index < objects && seen <= objectsAtMost; index += 1) {
      look(pdfium.FPDFPage_GetObject(page, index), 0)
    }
    return { objects, picture, invisible: texts ? hidden / texts : 0 }
  } finally {
    pdfium.free(scratch)
  }
}
