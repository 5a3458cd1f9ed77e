import type { FileReading, PageText } from '#records'

/**
 * The parts of a reading are canonical JSON whose bytes are nine tenths the places of words. Who
 * wants the texts, or one page, takes apart only those bytes; each function answers null where the
 * bytes are not as they are written today, and the whole is then parsed.
 */

const words = Buffer.from('"words":[')
const wordsEnd = Buffer.from('"}]}')
const valueOfText = Buffer.from('"text":')
const pagesStart = Buffer.from('"pages":[')
const quote = 0x22
const backslash = 0x5c
const closing = 0x5d

/** From the first byte of the words of a page to the bracket that closes them. */
type WordsSpan = { readonly from: number; readonly to: number }

/** The reading without the words of its pages. */
export function parseTexts(content: Uint8Array): FileReading | null {
  const bytes = bufferOf(content)
  const spans = wordsIn(bytes)
  if (spans === null) return null
  const kept: Buffer[] = []
  let at = 0
  for (const { from, to } of spans) {
    kept.push(bytes.subarray(at, from))
    at = to
  }
  kept.push(bytes.subarray(at))
  const reading = parse<FileReading>(Buffer.concat(kept))
  return reading?.pages.length === spans.length ? reading : null
}

/** The page at this place of the part, counted from 0, with its words. */
export function parsePage(content: Uint8Array, index: number): PageText | null {
  const bytes = bufferOf(content)
  const spans = wordsIn(bytes)
  const own = spans?.[index]
  if (!spans || !own) return null
  const before = spans[index - 1]
  const start = bytes.indexOf(pagesStart)
  // The page before ends with the bracket of its words, a brace and a comma.
  const from = before ? before.to + 3 : start < 0 ? null : start + pagesStart.length
  return from === null ? null : parse<PageText>(bytes.subarray(from, own.to + 2))
}

/** A quote in a text is escaped, so that no text can hold the name of a member. */
function wordsIn(bytes: Buffer): readonly WordsSpan[] | null {
  const spans: WordsSpan[] = []
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at)) {
    const from = at + words.length
    const to = bytes[from] === closing ? from : endOfWords(bytes, from)
    if (to === null) return null
    spans.push({ from, to })
    at = to
  }
  return spans
}

/** The bracket after the quote that ends the text of the last word. */
function endOfWords(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(wordsEnd, from); at >= 0; at = bytes.indexOf(wordsEnd, at + 1)) {
    if (!isEscaped(bytes, at) && !opensText(bytes, at)) return at + 2
  }
  return null
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let slashes = 0
  while (bytes[at - 1 - slashes] === backslash) slashes += 1
  return slashes % 2 === 1
}

function opensText(bytes: Buffer, at: number): boolean {
  return bytes[at] === quote && bytes.subarray(at - valueOfText.length, at).equals(valueOfText)
}

function parse<T>(bytes: Buffer): T | null {
  try {
    return JSON.parse(bytes.toString('utf8')) as T
  } catch {
    return null
  }
}

function bufferOf(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}
