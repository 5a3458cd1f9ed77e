/** A picture of a page in shades of grey: rows of one byte a pixel, 0 black, 255 white. */
export type GreyPicture = {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** The picture as PGM, which every OCR engine reads and nothing has to compress. */
export function encodePgm(picture: GreyPicture): Uint8Array {
  const header = Buffer.from(`P5\n${picture.width} ${picture.height}\n255\n`, 'latin1')
  return Buffer.concat([header, picture.pixels])
}

/** Turned by `angle` degrees clockwise about its middle; what comes in from outside is white. */
export function turnBy(picture: GreyPicture, angle: number): GreyPicture {
  const { width, height, pixels } = picture
  const out = new Uint8Array(width * height).fill(255)
  const cos = Math.cos((angle * Math.PI) / 180)
  const sin = Math.sin((angle * Math.PI) / 180)
  const middleX = (width - 1) / 2
  const middleY = (height - 1) / 2
  // Places between pixels in 256ths: whole numbers are several times faster here.
  const stepX = Math.round(cos * 65_536)
  const stepY = Math.round(-sin * 65_536)
  for (let y = 0; y < height; y += 1) {
    const dy = y - middleY
    let fromX = Math.round((middleX - middleX * cos + dy * sin) * 65_536)
    let fromY = Math.round((middleY + middleX * sin + dy * cos) * 65_536)
    const row = y * width
    for (let x = 0; x < width; x += 1, fromX += stepX, fromY += stepY) {
      const left = fromX >> 16
      const top = fromY >> 16
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const right = (fromX >> 8) & 255
      const down = (fromY >> 8) & 255
      const upper = (pixels[at] ?? 0) * (256 - right) + (pixels[at + 1] ?? 0) * right
      const lower =
        (pixels[at + width] ?? 0) * (256 - right) + (pixels[at + width + 1] ?? 0) * right
      out[row + x] = (upper * (256 - down) + lower * down) >> 16
    }
  }
  return { width, height, pixels: out }
}

/** Each pixel by the median of itself and its eight neighbours: specks go, strokes stay. */
export function withoutSpecks(picture: GreyPicture): GreyPicture {
  const { width, height, pixels } = picture
  const out = pixels.slice()
  const around = new Uint8Array(9)
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      around[0] = pixels[at - width - 1] ?? 0
      around[1] = pixels[at - width] ?? 0
      around[2] = pixels[at - width + 1] ?? 0
      around[3] = pixels[at - 1] ?? 0
      around[4] = pixels[at] ?? 0
      around[5] = pixels[at + 1] ?? 0
      around[6] = pixels[at + width - 1] ?? 0
      around[7] = pixels[at + width] ?? 0
      around[8] = pixels[at + width + 1] ?? 0
      out[at] = medianOfNine(around)
    }
  }
  return { width, height, pixels: out }
}

function medianOfNine(values: Uint8Array): number {
  for (let at = 1; at < 9; at += 1) {
    const value = values[at] ?? 0
    let to = at - 1
    while (to >= 0 && (values[to] ?? 0) > value) {
      values[to + 1] = values[to] ?? 0
      to -= 1
    }
    values[to + 1] = value
  }
  return values[4] ?? 0
}

/** A smaller picture whose pixels are the means of squares of `factor` by `factor`. */
export function shrink(picture: GreyPicture, factor: number): GreyPicture {
  if (factor <= 1) return picture
  const width = Math.floor(picture.width / factor)
  const height = Math.floor(picture.height / factor)
  const pixels = new Uint8Array(width * height)
  const sums = new Uint32Array(width)
  for (let y = 0; y < height; y += 1) {
    sums.fill(0)
    for (let row = 0; row < factor; row += 1) {
      let from = (y * factor + row) * picture.width
      for (let x = 0; x < width; x += 1) {
        let sum = 0
        for (let column = 0; column < factor; column += 1) sum += picture.pixels[from++] ?? 0
        sums[x] = (sums[x] ?? 0) + sum
      }
    }
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = (sums[x] ?? 0) / (factor * factor)
  }
  return { width, height, pixels }
}

/** The grey that best divides ink from paper (Otsu); 0 where the page is all of one shade. */
export function inkThreshold(picture: GreyPicture): number {
  const counts = new Float64Array(256)
  for (const value of picture.pixels) counts[value] = (counts[value] ?? 0) + 1
  const all = picture.pixels.length
  let sum = 0
  for (let value = 0; value < 256; value += 1) sum += value * (counts[value] ?? 0)
  let below = 0
  let sumBelow = 0
  let best = 0
  let threshold = 0
  for (let value = 0; value < 255; value += 1) {
    below += counts[value] ?? 0
    sumBelow += value * (counts[value] ?? 0)
    if (below === 0 || below === all) continue
    const apart = sumBelow / below - (sum - sumBelow) / (all - below)
    // Shades of paper, or a scan of nothing, are no ink.
    if (Math.abs(apart) < 40) continue
    const spread = below * (all - below) * apart * apart
    if (spread > best) {
      best = spread
      threshold = value + 1
    }
  }
  return threshold
}

/** Paints over what runs straight for longer than letters do: the rules of tables and forms. */
export function withoutRules(picture: GreyPicture, longest: number): GreyPicture {
  const { width, height, pixels } = picture
  const threshold = inkThreshold(picture)
  const out = pixels.slice()
  const sweep = (lines: number, length: number, lineStep: number, step: number): void => {
    for (let line = 0; line < lines; line += 1) {
      let start = 0
      for (let at = 0; at <= length; at += 1) {
        const dark = at < length && (pixels[line * lineStep + at * step] ?? 255) < threshold
        if (dark) continue
        if (at - start > longest) paint(line * lineStep, start, at, step, lineStep)
        start = at + 1
      }
    }
  }
  const paint = (from: number, start: number, end: number, step: number, across: number): void => {
    for (let at = start; at < end; at += 1) {
      const place = from + at * step
      // The soft edge of a rule goes with it.
      for (const pixel of [place - across, place, place + across]) {
        if (pixel >= 0 && pixel < out.length) out[pixel] = 255
      }
    }
  }
  sweep(height, width, width, 1)
  sweep(width, height, 1, width)
  return { width, height, pixels: out }
}
