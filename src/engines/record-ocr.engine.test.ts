import { PDFDocument, rgb, StandardFonts, setTextRenderingMode, TextRenderingMode } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { valueOf } from '#foundation'
import type { PageText } from '#records'
import { makePdfTextReader } from './pdf-in-process.ts'
import { makeRecordReader } from './record-reader.ts'

const reader = makeRecordReader({ processes: 2 })
const letters = await makePdfTextReader()
afterAll(() => reader.close())

const note = [
  'The patient returns for follow-up of low back pain.',
  'Straight leg raising is positive on the left side.',
  'Naproxen 550 mg twice daily, quantity 60, was refilled.',
  'Physical therapy was completed in March with some relief.',
]

const size = { width: 612, height: 300 }

/** A page of print, as a PDF with a text layer. */
async function printed(lines: readonly string[], ruled = false): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const page = document.addPage([size.width, size.height])
  for (const [row, line] of lines.entries()) {
    const y = 250 - 26 * row
    if (ruled) {
      for (const [column, cell] of line.split('|').entries()) {
        const x = 60 + 160 * column
        page.drawRectangle({
          x,
          y: y - 8,
          width: 160,
          height: 26,
          borderWidth: 1,
          borderColor: rgb(0, 0, 0),
        })
        page.drawText(cell, { x: x + 8, y, size: 12, font })
      }
    } else page.drawText(line, { x: 60, y, size: 13, font })
  }
  return document.save()
}

async function pictureOf(pdf: Uint8Array): Promise<Buffer> {
  const png = valueOf(await letters.renderPage(pdf, 1, 1700))
  return sharp(png).flatten({ background: 'white' }).greyscale().png().toBuffer()
}

/** A page with a picture over all of it, and the text given besides. */
async function scanned(
  picture: Uint8Array,
  text?: { readonly lines: readonly string[]; readonly hidden: boolean; readonly y: number },
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const image = await document.embedPng(picture)
  const scale = size.width / 1700
  const page = document.addPage([image.width * scale, image.height * scale])
  page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() })
  if (text?.hidden) page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible))
  for (const [row, line] of (text?.lines ?? []).entries()) {
    page.drawText(line, {
      x: 60,
      y: (text?.y ?? 0) - 26 * row,
      size: 11,
      font,
    })
  }
  return document.save()
}

async function read(
  pdf: Uint8Array,
): Promise<{ page: PageText; remarks: readonly string[]; engine: string }> {
  const pages: PageText[] = []
  const done = await reader.readPages(pdf, {
    from: 1,
    async onPages(batch) {
      pages.push(...batch)
    },
  })
  const { remarks, engine } = valueOf(done)
  const [page] = pages
  if (!page) throw new Error('no page was read')
  return { page, remarks, engine }
}

const boxOf = (page: PageText, text: string) => page.words.find((word) => word.text === text)?.box

describe('reading a page from its picture', () => {
  it('gives text, confidence, and words where they stand on the page', async () => {
    const original = await printed(note)
    const { page, engine } = await read(await scanned(await pictureOf(original)))
    expect(page.text).toBe(note.join('\n'))
    expect(page.source).toBe('ocr')
    expect(page.confidence).toBeGreaterThan(0.85)
    expect(engine).toContain('tesseract')
    const layer = valueOf(await letters.read(original)).pages[0]
    for (const word of ['Naproxen', 'positive', 'relief.']) {
      const seen = boxOf(page, word)
      const stands = layer && boxOf(layer, word)
      expect(Math.abs((seen?.x ?? 0) - (stands?.x ?? 99))).toBeLessThan(2)
      expect(Math.abs((seen?.width ?? 0) - (stands?.width ?? 99))).toBeLessThan(3)
      expect(seen?.y).toBeGreaterThan((stands?.y ?? 0) - 3)
      expect((seen?.y ?? 0) + (seen?.height ?? 0)).toBeLessThan(
        (stands?.y ?? 0) + (stands?.height ?? 0) + 3,
      )
    }
  })

  it.each([
    [90, 270],
    [180, 180],
    [270, 90],
  ])('sets a page upright that was scanned turned by %d degrees', async (turn, turned) => {
    const picture = await sharp(await pictureOf(await printed(note)))
      .rotate(turn)
      .png()
      .toBuffer()
    const { page } = await read(await scanned(picture))
    expect(page.text).toBe(note.join('\n'))
    expect(page.turned).toBe(turned)
    // Boxes are of the upright page, which is as wide as the paper that was turned.
    expect(page.width).toBeGreaterThan(page.height)
    expect(Math.abs((boxOf(page, 'Naproxen')?.x ?? 0) - 60)).toBeLessThan(4)
  })

  it('reads a page that lies askew, and gives the boxes of the page as it is seen', async () => {
    const picture = await sharp(await pictureOf(await printed(note)))
      .rotate(3, { background: 'white' })
      .png()
      .toBuffer()
    const { page } = await read(await scanned(picture))
    expect(page.text).toBe(note.join('\n'))
    const first = boxOf(page, 'Physical')
    const last = boxOf(page, 'relief.')
    // The line slopes down to the right by three degrees.
    const slope = ((last?.y ?? 0) - (first?.y ?? 0)) / ((last?.x ?? 0) - (first?.x ?? 0))
    expect((Math.atan(slope) * 180) / Math.PI).toBeGreaterThan(2)
    expect((Math.atan(slope) * 180) / Math.PI).toBeLessThan(4)
  })

  it('reads what stands in a ruled table', async () => {
    const table = ['Medication|Dose|Quantity', 'Naproxen|550 mg|60', 'Gabapentin|300 mg|90']
    const { page } = await read(await scanned(await pictureOf(await printed(table, true))))
    for (const cell of ['Naproxen', '550', '60', 'Gabapentin', '300', '90']) {
      expect(page.words.map(({ text }) => text)).toContain(cell)
    }
  })

  it('takes a white page for what it is', async () => {
    const white = sharp({ create: { width: 1700, height: 800, channels: 3, background: 'white' } })
    const { page, remarks } = await read(await scanned(await white.png().toBuffer()))
    expect([page.source, page.text, remarks]).toEqual(['none', '', []])
  })
})

describe('a text layer that may not be what the page shows', () => {
  const elsewhere = [
    'Surgery of the right knee was performed.',
    'No complaint of pain remains today.',
  ]

  it('keeps a hidden layer that says what the picture shows', async () => {
    const picture = await pictureOf(await printed(note))
    const { page } = await read(await scanned(picture, { lines: note, hidden: true, y: 250 }))
    expect([page.source, page.setAside]).toEqual(['layer', undefined])
  })

  it('sets a hidden layer aside that says something else', async () => {
    const picture = await pictureOf(await printed(note))
    const { page } = await read(await scanned(picture, { lines: elsewhere, hidden: true, y: 250 }))
    expect(page.source).toBe('ocr')
    expect(page.text).toBe(note.join('\n'))
    expect(page.setAside).toMatchObject({ source: 'layer', text: elsewhere.join('\n') })
  })

  it('reads a stamp beside the picture as well as the picture', async () => {
    const picture = await pictureOf(await printed(note))
    const stamp = { lines: ['Received 10/26/2026 page 3 of 20'], hidden: false, y: 20 }
    const { page } = await read(await scanned(picture, stamp))
    expect(page.text).toContain('Received 10/26/2026 page 3 of 20')
    expect(page.text).toContain('Naproxen 550 mg')
  })

  it('reads the picture where the letters of the layer are no language', async () => {
    const shifted = note.map((line) =>
      line.replaceAll(/[a-z]/g, (letter) =>
        String.fromCharCode(97 + ((letter.charCodeAt(0) - 94) % 26)),
      ),
    )
    const picture = await pictureOf(await printed(note))
    const { page } = await read(await scanned(picture, { lines: shifted, hidden: true, y: 250 }))
    expect(page.text).toBe(note.join('\n'))
    expect(page.setAside?.because).toBe('the letters of the text layer are no language')
  })
})

describe('the OCR that comes with the product', () => {
  it('reads a page without the network and without the machine’s own', async () => {
    const bundled = makeRecordReader({ processes: 1, ocr: 'bundled' })
    const pages: PageText[] = []
    const done = await bundled.readPages(await scanned(await pictureOf(await printed(note))), {
      from: 1,
      async onPages(batch) {
        pages.push(...batch)
      },
    })
    await bundled.close()
    expect(valueOf(done).engine).toContain('tesseract.js')
    expect(pages[0]?.text).toBe(note.join('\n'))
  })
})
