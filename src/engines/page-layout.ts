import { type GreyPicture, inkThreshold, shrink } from './page-picture.ts'

/** What a picture of a page shows before anybody reads it. */
export type PageLayout = {
  /** Degrees, clockwise positive, by which the lines of writing slope; turn back by as much. */
  readonly skew: number
  /** Whether lines of writing run up and down: the page lies on its side. */
  readonly sideways: boolean
  readonly ink: InkMap
  /** Whether there are long rules, as of tables and forms. */
  readonly ruled: boolean
}

/** Where there is ink as of letters: counts in squares of `cell` pixels, row by row. */
export type InkMap = {
  readonly cell: number
  readonly columns: number
  readonly rows: number
  readonly counts: Uint16Array
  readonly total: number
}

/** About so many pixels across: enough to tell lines of writing, and quick. */
const workingWidth = 900
/** Degrees. Papers lie no further off in a scanner. */
const steepest = 10
const pointsAtMost = 60_000

/** Measures slope, direction and ink of a page by projecting its dark points. */
export function measureLayout(picture: GreyPicture): PageLayout {
  const side = Math.min(picture.width, picture.height)
  const factor = Math.max(1, Math.round(side / workingWidth))
  const small = shrink(picture, factor)
  const { dark, ruled } = letterInk(small)
  const ink = mapInk(small, dark, factor)
  const points = pointsOf(small, dark)
  const level = bestSlope(points, false)
  const upright = bestSlope(points, true)
  const bars = pointsOf(small, joined(small, dark, false))
  const posts = pointsOf(small, joined(small, dark, true))
  const levelClear = sharpnessOf(bars, level, false) / sharpnessOf(bars, upright, true)
  const uprightClear = sharpnessOf(posts, upright, true) / sharpnessOf(posts, level, false)
  const sideways = uprightClear > 1.3 * levelClear
  return { skew: sideways ? upright : level, sideways, ink, ruled }
}

/** White between letters is narrower than white between lines: in working pixels. */
const letterGap = 7

/**
 * Letters of a line joined to a bar, so that letters which stand under one another, as a
 * typewriter sets them, are not taken for lines.
 */
function joined(small: GreyPicture, dark: Uint8Array, sideways: boolean): Uint8Array {
  const { width, height } = small
  const [lines, length, lineStep, step] = sideways
    ? [width, height, 1, width]
    : [height, width, width, 1]
  const bars = dark.slice()
  for (let line = 0; line < lines; line += 1) {
    let last = Number.NEGATIVE_INFINITY
    for (let at = 0; at < length; at += 1) {
      if (!dark[line * lineStep + at * step]) continue
      if (at - last <= letterGap) {
        for (let gap = last + 1; gap < at; gap += 1) bars[line * lineStep + gap * step] = 1
      }
      last = at
    }
  }
  return bars
}

/** Dark pixels but those of rules, frames, and dark borders of the scan. */
function letterInk(small: GreyPicture): { readonly dark: Uint8Array; readonly ruled: boolean } {
  const { width, height, pixels } = small
  const threshold = inkThreshold(small)
  const dark = new Uint8Array(width * height)
  for (let at = 0; at < dark.length; at += 1) dark[at] = (pixels[at] ?? 255) < threshold ? 1 : 0
  const longest = Math.round(workingWidth / 14)
  const marked = new Uint8Array(width * height)
  let ruled = 0
  const sweep = (lines: number, length: number, lineStep: number, step: number): void => {
    for (let line = 0; line < lines; line += 1) {
      let start = 0
      for (let at = 0; at <= length; at += 1) {
        if (at < length && dark[line * lineStep + at * step]) continue
        if (at - start > longest) {
          ruled += 1
          for (let back = start; back < at; back += 1) marked[line * lineStep + back * step] = 1
        }
        start = at + 1
      }
    }
  }
  sweep(height, width, width, 1)
  sweep(width, height, 1, width)
  for (let at = 0; at < dark.length; at += 1) if (marked[at]) dark[at] = 0
  return { dark, ruled: ruled >= 3 }
}

function mapInk(small: GreyPicture, dark: Uint8Array, factor: number): InkMap {
  const cell = 8
  const columns = Math.ceil(small.width / cell)
  const rows = Math.ceil(small.height / cell)
  const counts = new Uint16Array(columns * rows)
  let total = 0
  for (let y = 0; y < small.height; y += 1) {
    const row = Math.floor(y / cell) * columns
    for (let x = 0; x < small.width; x += 1) {
      if (!dark[y * small.width + x]) continue
      const at = row + Math.floor(x / cell)
      counts[at] = (counts[at] ?? 0) + 1
      total += 1
    }
  }
  return { cell: cell * factor, columns, rows, counts, total }
}

type Points = { readonly x: Float32Array; readonly y: Float32Array; readonly reach: number }

function pointsOf(small: GreyPicture, dark: Uint8Array): Points {
  let count = 0
  for (const pixel of dark) count += pixel
  const every = Math.max(1, Math.ceil(count / pointsAtMost))
  const x = new Float32Array(Math.ceil(count / every))
  const y = new Float32Array(Math.ceil(count / every))
  let seen = 0
  let kept = 0
  for (let at = 0; at < dark.length; at += 1) {
    if (!dark[at]) continue
    if (seen % every === 0) {
      x[kept] = (at % small.width) - small.width / 2
      y[kept] = Math.floor(at / small.width) - small.height / 2
      kept += 1
    }
    seen += 1
  }
  const reach = Math.ceil(Math.hypot(small.width, small.height) / 2) + 2
  return { x: x.subarray(0, kept), y: y.subarray(0, kept), reach }
}

/** The slope at which lines of writing stand out most from the white between them. */
function bestSlope(points: Points, sideways: boolean): number {
  const bins = new Float64Array(2 * points.reach)
  let best = { slope: 0, sharpness: sharpnessAt(points, bins, 0, sideways) }
  const look = (from: number, to: number, step: number): void => {
    for (let slope = from; slope <= to + step / 2; slope += step) {
      const sharpness = sharpnessAt(points, bins, slope, sideways)
      if (sharpness > best.sharpness) best = { slope, sharpness }
    }
  }
  look(-steepest, steepest, 0.5)
  look(best.slope - 0.4, best.slope + 0.4, 0.1)
  return Math.round(best.slope * 10) / 10
}

function sharpnessOf(points: Points, slope: number, sideways: boolean): number {
  return Math.max(1, sharpnessAt(points, new Float64Array(2 * points.reach), slope, sideways))
}

function sharpnessAt(points: Points, bins: Float64Array, slope: number, sideways: boolean): number {
  bins.fill(0)
  const { x, y, reach } = points
  const sin = Math.sin((slope * Math.PI) / 180)
  const cos = Math.cos((slope * Math.PI) / 180)
  const [alongX, alongY] = sideways ? [cos, sin] : [-sin, cos]
  for (let at = 0; at < x.length; at += 1) {
    const bin = Math.floor((x[at] ?? 0) * alongX + (y[at] ?? 0) * alongY + reach)
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return stepsOf(bins)
}

function stepsOf(bins: Float64Array): number {
  let sum = 0
  for (let bin = 1; bin < bins.length; bin += 1) {
    const step = (bins[bin] ?? 0) - (bins[bin - 1] ?? 0)
    sum += step * step
  }
  return sum
}
