import type { Pdfium } from './pdfium.ts'
import type { PlacedWord } from './reading-order.ts'

/** Where a page's own coordinates lie on the page as seen: its visible box and its rotation. */
export type PageFrame = {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
  /** Quarter turns clockwise. */
  readonly rotation: number
}

/** Words of a page with their boxes as seen, in the file's own order, and how sound the layer is. */
export type LayerWords = {
  readonly words: readonly PlacedWord[]
  /** Characters that are not white space. */
  readonly characters: number
  /** Of these, those that stand for nothing: unmapped glyphs, control and private characters. */
  readonly senseless: number
}

type OpenWord = {
  text: string
  left: number
  right: number
  bottom: number
  top: number
  turn: number
}

/**
 * Joins the glyphs of an open text page into words by their exact boxes. Splitting runs by
 * character count is off by up to 17 pt, so every glyph is asked for its own box.
 */
export function readLayerWords(pdfium: Pdfium, textPage: number, frame: PageFrame): LayerWords {
  const scratch = pdfium.malloc(32)
  try {
    return joinGlyphs(pdfium, textPage, frame, scratch)
  } finally {
    pdfium.free(scratch)
  }
}

function joinGlyphs(
  pdfium: Pdfium,
  textPage: number,
  frame: PageFrame,
  scratch: number,
): LayerWords {
  const count = pdfium.FPDFText_CountChars(textPage)
  const words: PlacedWord[] = []
  let characters = 0
  let senseless = 0
  let open: OpenWord | null = null
  let view = new DataView(pdfium.memory.buffer)
  const close = () => {
    if (open) {
      const word = placeOnPage(open, frame)
      if (word) words.push(word)
    }
    open = null
  }
  for (let index = 0; index < count; index += 1) {
    const code = pdfium.FPDFText_GetUnicode(textPage, index)
    if (isSpace(code)) {
      close()
      continue
    }
    if (code >= 0xdc00 && code < 0xe000 && open) {
      // The second half of a character beyond the basic plane belongs to the first.
      open.text += String.fromCharCode(code)
      continue
    }
    characters += 1
    if (isSenseless(code)) {
      senseless += 1
      if (code < 0x20) continue
    }
    pdfium.FPDFText_GetLooseCharBox(textPage, index, scratch)
    if (view.buffer !== pdfium.memory.buffer) view = new DataView(pdfium.memory.buffer)
    let left = view.getFloat32(scratch, true)
    let top = view.getFloat32(scratch + 4, true)
    let right = view.getFloat32(scratch + 8, true)
    let bottom = view.getFloat32(scratch + 12, true)
    if (!(right > left && top > bottom)) {
      const s = scratch
      pdfium.FPDFText_GetCharBox(textPage, index, s, s + 8, s + 16, s + 24)
      left = view.getFloat64(s, true)
      right = view.getFloat64(s + 8, true)
      bottom = view.getFloat64(s + 16, true)
      top = view.getFloat64(s + 24, true)
    }
    const previous = open
    if (previous && startsAnew(previous, left, right, bottom, top)) close()
    if (open) {
      const word = open
      word.text += textOf(code)
      if (left < word.left) word.left = left
      if (right > word.right) word.right = right
      if (bottom < word.bottom) word.bottom = bottom
      if (top > word.top) word.top = top
    } else {
      const angle = pdfium.FPDFText_GetCharAngle(textPage, index)
      const turn = angle > 0 ? Math.round(angle / (Math.PI / 2)) & 3 : 0
      open = { text: textOf(code), left, right, bottom, top, turn }
    }
  }
  close()
  return { words, characters, senseless }
}

/** A glyph far from the last one is another word, whether or not the file has a space there. */
function startsAnew(
  word: OpenWord,
  left: number,
  right: number,
  bottom: number,
  top: number,
): boolean {
  if (word.turn !== 0) return false
  const height = Math.min(word.top - word.bottom, top - bottom)
  if (left - word.right > 0.6 * height || right < word.left) return true
  const shared = Math.min(word.top, top) - Math.max(word.bottom, bottom)
  return shared < 0.2 * height
}

function placeOnPage(word: OpenWord, frame: PageFrame): PlacedWord | null {
  const { left, bottom, right, top } = frame
  const width = word.right - word.left
  const height = word.top - word.bottom
  if (!Number.isFinite(width) || !Number.isFinite(height)) return null
  // What lies outside the visible page is not part of the page.
  if (word.right < left || word.left > right || word.top < bottom || word.bottom > top) return null
  const turn = (word.turn + frame.rotation) & 3
  const { text } = word
  if (frame.rotation === 1) {
    return {
      text,
      x: word.bottom - bottom,
      y: word.left - left,
      width: height,
      height: width,
      turn,
    }
  }
  if (frame.rotation === 2) {
    return { text, x: right - word.right, y: word.bottom - bottom, width, height, turn }
  }
  if (frame.rotation === 3) {
    return { text, x: top - word.top, y: right - word.right, width: height, height: width, turn }
  }
  return { text, x: word.left - left, y: top - word.top, width, height, turn }
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0xfeff ||
    code === 0x2028
  )
}

/** A hyphen that PDFium found at the end of a line reads as 0x02. */
const lineEndHyphen = 0x02

function isSenseless(code: number): boolean {
  return (
    (code < 0x20 && code !== lineEndHyphen) ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    code === 0xfffd ||
    code === 0xffff
  )
}

const ligatures: Readonly<Record<number, string>> = {
  64256: 'ff',
  64257: 'fi',
  64258: 'fl',
  64259: 'ffi',
  64260: 'ffl',
  64261: 'st',
  64262: 'st',
}

function textOf(code: number): string {
  if (code === lineEndHyphen || code === 0xfffe || code === 0xad) return '-'
  if (code >= 0xfb00 && code <= 0xfb06) return ligatures[code] ?? ''
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}
