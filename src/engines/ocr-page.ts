import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Word } from '#records'
import type { OcrEngine, OcrWord } from './ocr-engine.ts'
import type { PageScan, ScanRequest } from './pdf-scan.ts'
import { type PlacedWord, readInOrder } from './reading-order.ts'
import { measureSoundness } from './word-shape.ts'

/** A page read from its picture: boxes in points of the upright page. */
export type OcrPage = {
  readonly text: string
  readonly words: readonly Word[]
  readonly turned: PageScan['turned']
  /** Mean of the words, weighted by their characters. */
  readonly confidence: number
  /** The share of the ink on the page that lies within words, 0 to 1. */
  readonly covered: number
}

export type OcrPageWork = {
  readonly engine: OcrEngine
  readonly page: number
  /** Where pictures lie while they are read. */
  readonly folder: string
  readonly scan: (request: ScanRequest) => Promise<PageScan | null>
  readonly signal?: AbortSignal
}

/** Dark pixels below which a page is blank: a fold, a few specks. */
const leastInk = 40

/**
 * Reads a page from its picture. The picture is set upright and straight first, for a confidence
 * says nothing where lines were dropped. A first reading that is doubtful, or leaves ink on the page
 * that no word accounts for, as the contents of a table, is followed by others: upside down, without
 * specks, without rules. Kept is the one with most characters, weighted by confidence.
 *
 * Null where the page cannot be drawn or read; blank pages have no words.
 */
export async function readPageByOcr(work: OcrPageWork): Promise<OcrPage | null> {
  const first = await attempt(work, { turned: 'found', specks: 'kept', rules: 'kept' })
  if (first === null || first.blank) return first && toPage(first)
  let best = first
  const consider = (other: Attempt | null): void => {
    if (other && other.score > best.score) best = other
  }
  if (best.confidence < 0.7 || best.sound < 0.5) {
    const over = oppositeOf(best.scan.turned)
    consider(await attempt(work, { turned: over, specks: 'kept', rules: 'kept' }))
  }
  if (best.confidence < 0.5 && best.score < leastInk) {
    // The lines of writing may have been taken for running the other way.
    const across = (best.scan.turned + 90) % 180 === 0 ? 0 : 90
    consider(await attempt(work, { turned: across, specks: 'kept', rules: 'kept' }))
  }
  const { turned } = best.scan
  if (best.scan.ruled && best.covered < 0.7) {
    consider(await attempt(work, { turned, specks: 'kept', rules: 'removed' }))
  }
  if (best.confidence < 0.82 || best.covered < 0.5) {
    consider(await attempt(work, { turned, specks: 'removed', rules: 'kept' }))
  }
  return toPage(best)
}

type Attempt = {
  readonly scan: PageScan
  readonly words: readonly OcrWord[]
  readonly blank: boolean
  readonly confidence: number
  /** Characters weighted by confidence. */
  readonly score: number
  readonly sound: number
  readonly covered: number
}

async function attempt(
  { engine, page, folder, scan, signal }: OcrPageWork,
  how: Pick<ScanRequest, 'turned' | 'specks' | 'rules'>,
): Promise<Attempt | null> {
  const path = join(folder, `page-${page}-${how.turned}-${how.specks}-${how.rules}.pgm`)
  try {
    const picture = await scan({ page, path, ...how })
    if (picture === null) return null
    if (picture.ink.total < leastInk) {
      return { scan: picture, words: [], blank: true, ...nothing }
    }
    const request = { dpi: picture.scale * 72, ...(signal ? { signal } : {}) }
    const words = await engine.read(path, request)
    signal?.throwIfAborted()
    return words && { scan: picture, words, blank: false, ...judge(picture, words) }
  } finally {
    await rm(path, { force: true })
  }
}

const nothing = { confidence: 0, score: 0, sound: 1, covered: 1 }

function judge(scan: PageScan, words: readonly OcrWord[]) {
  let characters = 0
  let score = 0
  for (const { text, confidence } of words) {
    characters += text.length
    score += text.length * confidence
  }
  return {
    confidence: characters ? score / characters : 0,
    score,
    sound: measureSoundness(words.map(({ text }) => text).join(' ')).sound,
    covered: coveredInk(scan, words),
  }
}

function coveredInk({ ink }: PageScan, words: readonly OcrWord[]): number {
  const seen = new Uint8Array(ink.counts.length)
  for (const { left, top, width, height } of words) {
    const last = Math.min(ink.rows - 1, Math.floor((top + height) / ink.cell))
    const end = Math.min(ink.columns - 1, Math.floor((left + width) / ink.cell))
    for (let row = Math.max(0, Math.floor(top / ink.cell)); row <= last; row += 1) {
      for (let column = Math.max(0, Math.floor(left / ink.cell)); column <= end; column += 1) {
        seen[row * ink.columns + column] = 1
      }
    }
  }
  let covered = 0
  for (let at = 0; at < seen.length; at += 1) if (seen[at]) covered += ink.counts[at] ?? 0
  return ink.total ? covered / ink.total : 1
}

function oppositeOf(turned: PageScan['turned']): PageScan['turned'] {
  const opposites = { 0: 180, 90: 270, 180: 0, 270: 90 } as const
  return opposites[turned]
}

function toPage({ scan, words, confidence, covered }: Attempt): OcrPage {
  const { scale, skew, width, height } = scan
  const placed: PlacedWord[] = words.map((word) => ({
    text: word.text,
    x: word.left / scale,
    y: word.top / scale,
    width: word.width / scale,
    height: word.height / scale,
    confidence: word.confidence,
  }))
  const middle = { x: width / scale / 2, y: height / scale / 2 }
  const cos = Math.cos((skew * Math.PI) / 180)
  const sin = Math.sin((skew * Math.PI) / 180)
  // Order is that of the straightened picture; boxes are of the page as it is shown, which slopes.
  const { text, words: ordered } = readInOrder(placed, (word) => {
    const x = word.x + word.width / 2 - middle.x
    const y = word.y + word.height / 2 - middle.y
    return {
      x: middle.x + x * cos - y * sin - word.width / 2,
      y: middle.y + x * sin + y * cos - word.height / 2,
      width: word.width,
      height: word.height,
    }
  })
  return { text, words: ordered, turned: scan.turned, confidence, covered }
}
