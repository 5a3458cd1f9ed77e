import type { Word } from '#records'

/** A word as seen on the page: points, origin top left; `turn` counts quarter turns of its text. */
export type PlacedWord = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Quarter turns of the line of writing, counter to the clock being 3; 0 is upright. */
  readonly turn?: number
  /** How sure the engine is of a word read from a picture, 0 to 1. */
  readonly confidence?: number
}

/** A page's text in the order a person reads it; each word knows its characters in that text. */
export type OrderedText = { readonly text: string; readonly words: readonly Word[] }

/**
 * Puts words into reading order: bands of lines from top to bottom; where a run of lines shares a
 * gutter and both sides are running prose, the left column before the right (an XY-cut that does
 * not tear forms and tables apart, whose rows stay rows). Words are joined by one space, lines by
 * one newline. Sideways writing comes after upright writing, each direction in its own order.
 * `place` says where a word lies on the page, where that is not where it was put in order.
 */
export function readInOrder(
  words: readonly PlacedWord[],
  place: (word: PlacedWord) => Word['box'] = (word) => word,
): OrderedText {
  const ordered: Word[] = []
  let text = ''
  for (const line of linesInOrder(words)) {
    if (text) text += '\n'
    let first = true
    for (const { word } of line) {
      if (!first) text += ' '
      first = false
      const start = text.length
      text += word.text
      const { x, y, width, height } = place(word)
      ordered.push({
        text: word.text,
        span: { start, end: text.length },
        box: {
          x: hundredth(x),
          y: hundredth(y),
          width: hundredth(width),
          height: hundredth(height),
        },
        ...(word.confidence === undefined ? {} : { confidence: hundredth(word.confidence) }),
      })
    }
  }
  return { text, words: ordered }
}

const hundredth = (value: number) => Math.round(value * 100) / 100

/** A word in the frame in which its writing is upright. */
type Upright = {
  readonly word: PlacedWord
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
type Line = readonly Upright[]

function linesInOrder(words: readonly PlacedWord[]): Line[] {
  const byTurn = new Map<number, Upright[]>()
  for (const word of words) {
    const turn = word.turn ?? 0
    const group = byTurn.get(turn)
    if (group) group.push(upright(word, turn))
    else byTurn.set(turn, [upright(word, turn)])
  }
  return [...byTurn.entries()]
    .toSorted(([first, a], [second, b]) => b.length - a.length || first - second)
    .flatMap(([, group]) => orderRegion(group, 0))
}

function upright(word: PlacedWord, turn: number): Upright {
  const { x, y, width, height } = word
  if (turn === 1) return { word, left: y, right: y + height, top: -x - width, bottom: -x }
  if (turn === 2) return { word, left: -x - width, right: -x, top: -y - height, bottom: -y }
  if (turn === 3) return { word, left: -y - height, right: -y, top: x, bottom: x + width }
  return { word, left: x, right: x + width, top: y, bottom: y + height }
}

type Band = { readonly words: Upright[]; readonly gaps: readonly Gap[] }
type Gap = { readonly start: number; readonly end: number }

function orderRegion(words: readonly Upright[], depth: number): Line[] {
  if (words.length < 16 || depth > 6) return linesOf(words)
  const bands = bandsOf(words)
  const gutterWidth = Math.max(6, 0.9 * medianOf(words.map((word) => word.bottom - word.top)))
  const lines: Line[] = []
  let plain: Upright[] = []
  let index = 0
  while (index < bands.length) {
    const columns = columnsFrom(bands, index, gutterWidth)
    if (columns) {
      if (plain.length) lines.push(...linesOf(plain))
      plain = []
      lines.push(...orderRegion(columns.left, depth + 1), ...orderRegion(columns.right, depth + 1))
      index = columns.next
    } else {
      plain.push(...(bands[index]?.words ?? []))
      index += 1
    }
  }
  if (plain.length) lines.push(...linesOf(plain))
  return lines
}

/** Bands: rows of the page that no horizontal white line divides. */
function bandsOf(words: readonly Upright[]): Band[] {
  const bands: Upright[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  // Boxes of neighbouring lines may touch; their cores do not.
  for (const word of words.toSorted((a, b) => coreTop(a) - coreTop(b))) {
    const band = bands.at(-1)
    if (band && coreTop(word) < bottom) band.push(word)
    else bands.push([word])
    bottom = Math.max(bottom, coreBottom(word))
  }
  return bands.map((band) => ({ words: band, gaps: gapsOf(band) }))
}

const coreTop = (word: Upright) => word.top + 0.25 * (word.bottom - word.top)
const coreBottom = (word: Upright) => word.bottom - 0.25 * (word.bottom - word.top)

function gapsOf(words: readonly Upright[]): Gap[] {
  const gaps: Gap[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const word of words.toSorted((a, b) => a.left - b.left)) {
    if (word.left > end) gaps.push({ start: end, end: word.left })
    end = Math.max(end, word.right)
  }
  gaps.push({ start: end, end: Number.POSITIVE_INFINITY })
  return gaps
}

function columnsFrom(
  bands: readonly Band[],
  first: number,
  gutterWidth: number,
): { readonly left: Upright[]; readonly right: Upright[]; readonly next: number } | null {
  const start = bands[first]
  // A run of columns begins with a row that has words on both sides of the gutter.
  if (!start || !start.gaps.some((gap) => isInner(gap) && gap.end - gap.start >= gutterWidth)) {
    return null
  }
  let shared = start.gaps.filter((gap) => gap.end - gap.start >= gutterWidth)
  let next = first + 1
  for (; next < bands.length; next += 1) {
    const narrowed = intersect(shared, bands[next]?.gaps ?? [], gutterWidth)
    if (!narrowed.some(isInner)) break
    shared = narrowed
  }
  const words = bands.slice(first, next).flatMap((band) => band.words)
  const gutters = shared.filter(isInner).toSorted((a, b) => b.end - b.start - (a.end - a.start))
  for (const gutter of gutters) {
    const middle = (gutter.start + gutter.end) / 2
    const left = words.filter((word) => word.right <= middle)
    const right = words.filter((word) => word.right > middle)
    if (isProse(left) && isProse(right)) return { left, right, next }
  }
  return null
}

const isInner = (gap: Gap) => Number.isFinite(gap.start) && Number.isFinite(gap.end)

function intersect(first: readonly Gap[], second: readonly Gap[], width: number): Gap[] {
  const found: Gap[] = []
  for (const a of first) {
    for (const b of second) {
      const start = Math.max(a.start, b.start)
      const end = Math.min(a.end, b.end)
      if (end - start >= width) found.push({ start, end })
    }
  }
  return found
}

/** Running text: several lines, most of them of five words or more and filling their column. */
function isProse(words: readonly Upright[]): boolean {
  const lines = linesOf(words)
  if (lines.length < 4) return false
  if (medianOf(lines.map((line) => line.length)) < 5) return false
  const left = Math.min(...words.map((word) => word.left))
  const right = Math.max(...words.map((word) => word.right))
  const widths = lines.map((line) => (line.at(-1)?.right ?? 0) - (line[0]?.left ?? 0))
  if (medianOf(widths) < 0.7 * (right - left)) return false
  const labels = lines.filter((line) => line.at(-1)?.word.text.endsWith(':')).length
  return labels < 0.2 * lines.length
}

/** Lines of one column: words that share at least half of the lower one's height. */
function linesOf(words: readonly Upright[]): Line[] {
  const lines: { words: Upright[]; top: number; bottom: number }[] = []
  for (const word of words.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const height = word.bottom - word.top
    let joined = false
    for (let back = lines.length - 1; back >= 0 && back >= lines.length - 6; back -= 1) {
      const line = lines[back]
      if (!line) break
      const shared = Math.min(line.bottom, word.bottom) - Math.max(line.top, word.top)
      if (shared >= 0.5 * Math.min(height, line.bottom - line.top)) {
        line.words.push(word)
        joined = true
        break
      }
    }
    if (!joined) lines.push({ words: [word], top: word.top, bottom: word.bottom })
  }
  return lines.map((line) => line.words.toSorted((a, b) => a.left - b.left))
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
