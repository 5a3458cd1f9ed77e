import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { type PagePicture, startPicturePdf } from './picture-pdf.ts'
import { UnreadableFileError } from './rendition.ts'
import type { TiffPage } from './tiff-pages.ts'

/** A sheet of eleven by seventeen inches at 600 dots an inch, and then some. */
const pixelsAtMost = 120_000_000

/** Files that say nothing of their size are taken for letter paper. */
const letter = { width: 612, height: 792 }
const longestSide = 17 * 72

sharp.cache(false)
sharp.concurrency(1)

/** A JPEG or PNG as a PDF of one page, upright as its camera says; the number of bytes. */
export async function renderPicture(path: string, target: string): Promise<number> {
  const pdf = startPicturePdf(target)
  try {
    const about = await metadataOf(path)
    pdf.add(isPlainJpeg(about) ? await jpegPage(path, about) : await drawnPage(path, about))
  } catch (cause) {
    pdf.abandon()
    throw sayPicture(cause)
  }
  return pdf.finish()
}

/** The pages of a TIFF as a PDF, each in its own size; the number of bytes. */
export async function renderTiff(
  path: string,
  target: string,
  pages: readonly TiffPage[],
): Promise<number> {
  const pdf = startPicturePdf(target)
  try {
    for (const page of pages) pdf.add(await tiffPage(path, page))
  } catch (cause) {
    pdf.abandon()
    throw sayPicture(cause)
  }
  return pdf.finish()
}

async function metadataOf(path: string): Promise<Metadata> {
  const about = await sharp(path, { limitInputPixels: false }).metadata()
  if (about.width * about.height > pixelsAtMost) throw tooLarge(about)
  return about
}

function tooLarge({ width, height }: { readonly width: number; readonly height: number }) {
  return new UnreadableFileError(
    'picture-too-large',
    `the picture has ${width} by ${height} pixels`,
  )
}

/** What the library says of a broken picture is not told: it may hold words of the file. */
function sayPicture(cause: unknown): UnreadableFileError {
  if (cause instanceof UnreadableFileError) return cause
  return new UnreadableFileError('file-damaged', 'the picture cannot be opened whole', { cause })
}

const open = (path: string, page?: number): Sharp =>
  sharp(path, {
    limitInputPixels: pixelsAtMost,
    failOn: 'truncated',
    ...(page === undefined ? {} : { page }),
  })

const turns: Readonly<Record<number, PagePicture['turned']>> = { 1: 0, 3: 180, 6: 90, 8: 270 }

/** A JPEG that a PDF can hold as it is: not of print colours, not mirrored. */
function isPlainJpeg(about: Metadata): boolean {
  const { format, space, orientation = 1 } = about
  return format === 'jpeg' && (space === 'srgb' || space === 'b-w') && orientation in turns
}

async function jpegPage(path: string, about: Metadata): Promise<PagePicture> {
  // The whole of it is gone through once: a broken picture is refused, not shown in part.
  await open(path).resize(64).raw().toBuffer()
  const size = sizeOf(about, dpiOf(about))
  return {
    ...size,
    turned: turns[about.orientation ?? 1] ?? 0,
    pixels: { width: about.width, height: about.height },
    colours: about.channels === 1 ? 'grey' : 'rgb',
    bits: 8,
    filter: 'DCTDecode',
    data: readFileSync(path),
  }
}

async function drawnPage(path: string, about: Metadata): Promise<PagePicture> {
  const picture = open(path).autoOrient().flatten({ background: 'white' })
  return draw(picture, false, (size) => sizeOf(size, dpiOf(about)))
}

async function tiffPage(path: string, page: TiffPage): Promise<PagePicture> {
  if (page.width * page.height > pixelsAtMost) throw tooLarge(page)
  const about = await sharp(path, { page: page.index, limitInputPixels: false }).metadata()
  const swapped = (about.orientation ?? 1) >= 5
  const { dpi } = page
  const turned = dpi && swapped ? { across: dpi.down, down: dpi.across } : dpi
  const picture = open(path, page.index).autoOrient().flatten({ background: 'white' })
  return draw(picture, page.bilevel, (size) => sizeOf(size, turned))
}

type Pixels = { readonly width: number; readonly height: number }

async function draw(
  picture: Sharp,
  bilevel: boolean,
  size: (pixels: Pixels) => { readonly width: number; readonly height: number },
): Promise<PagePicture> {
  const whole = bilevel ? picture.toColourspace('b-w') : picture
  const { data, info } = await whole.raw().toBuffer({ resolveWithObject: true })
  const pixels = { width: info.width, height: info.height }
  const common = { ...size(pixels), turned: 0, pixels } as const
  if (bilevel) {
    const packed = packBits(data, pixels.width, pixels.height, info.channels)
    const deflated = deflateSync(packed, { level: 6 })
    return { ...common, colours: 'grey', bits: 1, filter: 'FlateDecode', data: deflated }
  }
  const raw = { ...pixels, channels: info.channels }
  const grey = info.channels < 3
  const again = sharp(data, { raw })
  const jpeg = await (grey ? again.toColourspace('b-w') : again.toColourspace('srgb'))
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return { ...common, colours: grey ? 'grey' : 'rgb', bits: 8, filter: 'DCTDecode', data: jpeg }
}

/** Eight pixels in a byte, white as 1, rows filled up. */
function packBits(data: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const stride = Math.ceil(width / 8)
  const packed = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * channels] ?? 0) < 128) continue
      const at = y * stride + (x >> 3)
      packed[at] = (packed[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return packed
}

type Dpi = { readonly across: number; readonly down: number }

/** A screen's 72 dots say nothing of the paper. */
function dpiOf({ density }: Metadata): Dpi | null {
  return density !== undefined && density >= 90 && density <= 2_400
    ? { across: density, down: density }
    : null
}

/** Points of the page: by its dots an inch, and on letter paper where these are not known. */
function sizeOf(pixels: Pixels, dpi: Dpi | null): { width: number; height: number } {
  const width = dpi ? (72 * pixels.width) / dpi.across : 0
  const height = dpi ? (72 * pixels.height) / dpi.down : 0
  if (dpi && Math.max(width, height) <= longestSide && Math.min(width, height) >= 18) {
    return { width, height }
  }
  const lying = pixels.width > pixels.height
  const scale = lying
    ? Math.min(letter.height / pixels.width, letter.width / pixels.height)
    : Math.min(letter.width / pixels.width, letter.height / pixels.height)
  return { width: pixels.width * scale, height: pixels.height * scale }
}
