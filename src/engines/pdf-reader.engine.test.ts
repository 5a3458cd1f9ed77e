import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { deflateSync, inflateSync } from 'node:zlib'
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { valueOf } from '#foundation'
import { makePdfTextReader } from './pdf-in-process.ts'
import { makePdfReader } from './pdf-reader.ts'

const letters = new URL('../../../shared/data/dwc/pdf/', import.meta.url)
const reader = makePdfReader()
afterAll(() => reader.close())

const codesOf = (result: Awaited<ReturnType<typeof reader.read>>) =>
  result.ok ? [] : result.refusals.map(({ code }) => code)

/** A PDF written by hand, with a correct cross-reference table, for what no library would write. */
function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, body] of objects.entries()) {
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(at)
    at += object.length
    parts.push(object)
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\n` +
        `startxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const stream = (dictionary: string, data: Buffer | string) =>
  Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${Buffer.byteLength(data)}>>\nstream\n`),
    Buffer.from(data),
    Buffer.from('\nendstream'),
  ])

const catalog = '<</Type/Catalog/Pages 2 0 R>>'
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'

/** Two pages with words, and between them as many as asked whose drawing never ends. */
function hangingPdf(hanging: number, sound: boolean): Buffer {
  const depth = 12
  const objects: (string | Buffer)[] = [catalog, '', font]
  const add = (body: string | Buffer) => objects.push(body)
  const words = add(stream('', 'BT /F 12 Tf 72 700 Td (Sound page) Tj ET'))
  let inner = add(stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]', 'BT (x) Tj ET'))
  for (let level = 0; level < depth; level += 1) {
    const resources = `/Resources<</XObject<</X ${inner} 0 R>>>>`
    const repeated = '/X Do '.repeat(10)
    inner = add(stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]${resources}`, repeated))
  }
  const bomb = add(stream('', '/X Do'))
  const page = (contents: number) =>
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${contents} 0 R` +
        `/Resources<</Font<</F 3 0 R>>/XObject<</X ${inner} 0 R>>>>>>`,
    )
  const kids: number[] = []
  if (sound) kids.push(page(words))
  for (let index = 0; index < hanging; index += 1) kids.push(page(bomb))
  if (sound) kids.push(page(words))
  const list = kids.map((kid) => `${kid} 0 R`).join(' ')
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${list}]>>`
  return rawPdf(objects)
}

async function pdfWith(lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const helvetica = await document.embedFont(StandardFonts.Helvetica)
  for (const line of lines) {
    document.addPage([612, 792]).drawText(line, { x: 72, y: 700, size: 12, font: helvetica })
  }
  return document.save()
}

describe('reading a PDF', () => {
  it('gives the words of each page with their boxes, origin top left', async () => {
    const reading = valueOf(await reader.read(await pdfWith(['Chief complaint', 'Second page'])))
    expect(reading.pages.map(({ page, text, source }) => [page, text, source])).toEqual([
      [1, 'Chief complaint', 'layer'],
      [2, 'Second page', 'layer'],
    ])
    const [first, second] = reading.pages[0]?.words ?? []
    expect(first?.text).toBe('Chief')
    expect(first?.span).toEqual({ start: 0, end: 5 })
    expect(first?.box.x).toBeCloseTo(72, 0)
    // The baseline lies 92 pt below the top: the box holds it.
    expect(first?.box.y).toBeLessThan(83)
    expect((first?.box.y ?? 0) + (first?.box.height ?? 0)).toBeGreaterThan(92)
    expect(second?.box.x).toBeGreaterThan((first?.box.x ?? 0) + (first?.box.width ?? 0))
    expect(reading.remarks).toEqual([])
  })

  it('reads two columns of prose one after the other, and a form row by row', async () => {
    const document = await PDFDocument.create()
    const times = await document.embedFont(StandardFonts.TimesRoman)
    const columns = document.addPage([612, 792])
    for (let line = 0; line < 8; line += 1) {
      const y = 700 - 14 * line
      columns.drawText(`Left column line ${line} has several words`, {
        x: 50,
        y,
        size: 11,
        font: times,
      })
      columns.drawText(`Right column line ${line} goes on and on`, {
        x: 330,
        y,
        size: 11,
        font: times,
      })
    }
    const form = document.addPage([612, 792])
    const rows = [
      ['Employee name:', 'A. Worker'],
      ['Date of injury:', '02/03/2026'],
      ['Claim number:', 'WC-1'],
      ['Employer:', 'Bakery'],
    ] as const
    for (const [index, [label, value]] of rows.entries()) {
      form.drawText(label, { x: 50, y: 700 - 16 * index, size: 11, font: times })
      form.drawText(value, { x: 330, y: 700 - 16 * index, size: 11, font: times })
    }
    const [first, second] = valueOf(await reader.read(await document.save())).pages
    const lines = first?.text.split('\n') ?? []
    expect(lines.slice(0, 8).every((line) => line.startsWith('Left'))).toBe(true)
    expect(lines.slice(8).every((line) => line.startsWith('Right'))).toBe(true)
    expect(second?.text).toBe(rows.map((row) => row.join(' ')).join('\n'))
  })

  it.each([90, 180, 270])('reads a page turned by %d degrees as it is seen', async (angle) => {
    const document = await PDFDocument.create()
    const page = document.addPage([612, 792])
    page.setRotation(degrees(angle))
    // The writing is turned back, so that it is upright for the reader.
    const at = { 90: { x: 100, y: 72 }, 180: { x: 540, y: 100 }, 270: { x: 500, y: 720 } }[angle]
    const along = (line: number) =>
      ({
        90: { x: 100 + line, y: 72 },
        180: { x: 540, y: 100 + line },
        270: { x: 500 - line, y: 720 },
      })[angle] ?? {}
    for (const [index, line] of ['First line here', 'Second line here'].entries()) {
      page.drawText(line, { ...at, ...along(20 * index), size: 12, rotate: degrees(angle) })
    }
    const read = valueOf(await reader.read(await document.save())).pages[0]
    expect(read?.text).toBe('First line here\nSecond line here')
    expect([read?.width, read?.height]).toEqual(angle === 180 ? [612, 792] : [792, 612])
    const box = read?.words[0]?.box
    expect(box?.x).toBeCloseTo(72, 0)
    expect(box?.y).toBeGreaterThan(85)
    expect(box?.y).toBeLessThan(102)
    expect(box?.width).toBeGreaterThan(box?.height ?? 0)
  })

  it('reads sideways writing on an upright page line by line', async () => {
    const document = await PDFDocument.create()
    const page = document.addPage([612, 792])
    page.drawText('First line here', { x: 100, y: 72, size: 12, rotate: degrees(90) })
    page.drawText('Second line here', { x: 120, y: 72, size: 12, rotate: degrees(90) })
    const read = valueOf(await reader.read(await document.save())).pages[0]
    expect(read?.text).toBe('First line here\nSecond line here')
  })

  it('reads what was typed into a form', async () => {
    const document = await PDFDocument.create()
    const page = document.addPage([612, 792])
    const field = document.getForm().createTextField('diagnosis')
    field.setText('Lumbar strain')
    field.addToPage(page, { x: 72, y: 600, width: 200, height: 20 })
    const reading = valueOf(await reader.read(await document.save()))
    expect(reading.pages[0]?.text).toBe('Lumbar strain')
  })

  it('says of a picture without words that it has none', async () => {
    const document = await PDFDocument.create()
    document.addPage([612, 792]).drawRectangle({ x: 10, y: 10, width: 100, height: 100 })
    const page = valueOf(await reader.read(await document.save())).pages[0]
    expect([page?.source, page?.text, page?.words]).toEqual(['none', '', []])
  })

  it.skipIf(!existsSync(letters))(
    'opens every letter of ../shared, encrypted with an empty password',
    async () => {
      const inProcess = await makePdfTextReader()
      for (const name of readdirSync(letters)) {
        const content = readFileSync(new URL(name, letters))
        const reading = valueOf(await reader.read(content))
        expect(reading.remarks).toContain('encrypted; opened with the empty user password')
        expect(reading.pages[0]?.text).toMatch(/Case Number: CM1\d-\d{7}/)
        for (const page of reading.pages) {
          for (const word of page.words) {
            expect(page.text.slice(word.span.start, word.span.end)).toBe(word.text)
          }
        }
        expect(valueOf(await inProcess.read(content))).toEqual(reading)
      }
    },
  )

  it('remarks on scripts, programs to start and embedded files, and runs none of them', async () => {
    const document = await PDFDocument.create()
    document.addPage().drawText('words')
    document.addJavaScript('greet', 'app.alert("hello")')
    await document.attach(Buffer.from('MZ'), 'invoice.exe')
    const remarks = valueOf(await reader.read(await document.save())).remarks
    expect(remarks).toContain('contains JavaScript; it is never run')
    expect(remarks).toContain('carries embedded files; they are not read')
    const launching = rawPdf([
      '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/#4caunch/F(calc.exe)>>>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>',
    ])
    expect(valueOf(await reader.read(launching)).remarks).toEqual([
      'asks to start a program; it is never started',
    ])
  })

  it('draws a page as PNG of the width asked for', async () => {
    const png = valueOf(await reader.renderPage(await pdfWith(['Drawn words']), 1, 306))
    const view = Buffer.from(png)
    expect(view.subarray(1, 4).toString()).toBe('PNG')
    expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([306, 396])
    const start = view.indexOf('IDAT') + 4
    const rows = inflateSync(view.subarray(start, start + view.readUInt32BE(start - 8)))
    expect(rows.length).toBe(307 * 396)
    expect(Math.min(...rows.subarray(1, 307))).toBe(255)
    expect(rows.some((value, index) => index % 307 !== 0 && value < 140)).toBe(true)
  })
})

describe('bad files', () => {
  it('refuses what is not a PDF, and a page that is not there', async () => {
    expect(codesOf(await reader.read(Buffer.from('hello')))).toEqual(['not-a-pdf'])
    expect(codesOf(await reader.read(new Uint8Array()))).toEqual(['not-a-pdf'])
    const missing = await reader.renderPage(await pdfWith(['one']), 2, 100)
    expect(missing.ok ? '' : missing.refusals[0].code).toBe('pdf-no-such-page')
  })

  it('refuses garbage behind a PDF header, and reads or refuses a truncated file', async () => {
    const garbage = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0xa7)])
    expect(codesOf(await reader.read(garbage))).toEqual(['pdf-damaged'])
    const whole = await pdfWith(['one', 'two', 'three'])
    for (const share of [0.2, 0.5, 0.9]) {
      const result = await reader.read(whole.subarray(0, Math.floor(whole.length * share)))
      if (!result.ok) expect(codesOf(result)).toEqual(['pdf-damaged'])
    }
  })

  it('refuses a file that only opens with a password', async () => {
    // Standard handler, 40 bit: whatever the keys are, they do not fit the empty password.
    const encrypted = rawPdf([
      catalog,
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>',
      `<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`,
    ])
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R/Encrypt 4 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`,
      )
    const result = await reader.read(Buffer.from(encrypted, 'latin1'))
    expect(codesOf(result)).toEqual(['pdf-needs-password'])
  })

  it('is bounded on a page tree that contains itself', async () => {
    const endless = rawPdf([catalog, '<</Type/Pages/Count 1000000/Kids[2 0 R 2 0 R]>>'])
    const startedAt = performance.now()
    const result = await reader.read(endless)
    expect(codesOf(result)).toEqual(['pdf-too-many-pages'])
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })

  it('is bounded on a bomb of 1 GB in 1 MB, and reads the next file', async () => {
    const bombed = rawPdf([
      catalog,
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>',
      stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(1_000_000_000, 'q '), { level: 9 })),
    ])
    const careful = makePdfReader({
      maximumMemoryBytes: 256 * 1024 * 1024,
      timeLimit: { base: 8000, perPage: 200 },
    })
    const startedAt = performance.now()
    const result = await careful.read(bombed)
    // It may be refused or read as an empty page; it may not take longer or more than allowed.
    if (!result.ok) expect(['pdf-damaged', 'pdf-too-slow']).toContain(codesOf(result)[0])
    expect(performance.now() - startedAt).toBeLessThan(40_000)
    const next = valueOf(await careful.read(await pdfWith(['after the bomb'])))
    expect(next.pages[0]?.text).toBe('after the bomb')
    await careful.close()
  })

  it('refuses a hanging file in bounded time, and reads the one behind it', async () => {
    const hasty = makePdfReader({ timeLimit: { base: 4000, perPage: 200 } })
    const startedAt = performance.now()
    const [hanging, sound] = await Promise.all([
      hasty.read(hangingPdf(1, false)),
      pdfWith(['waited its turn']).then((content) => hasty.read(content)),
    ])
    expect(codesOf(hanging)).toEqual(['pdf-too-slow'])
    expect(valueOf(sound).pages[0]?.text).toBe('waited its turn')
    expect(performance.now() - startedAt).toBeLessThan(40_000)
    await hasty.close()
  })

  it('leaves out one hanging page and reads the rest of the file', async () => {
    // A quarter of it passes in silence before a page counts as hanging: enough on a busy machine.
    const hasty = makePdfReader({ timeLimit: { base: 12_000, perPage: 200 } })
    const reading = valueOf(await hasty.read(hangingPdf(1, true)))
    expect(reading.pages.map(({ page, text }) => [page, text])).toEqual([
      [1, 'Sound page'],
      [2, ''],
      [3, 'Sound page'],
    ])
    expect(reading.remarks).toEqual(['page 2 stopped the reading engine and was left out'])
    await hasty.close()
  })

  it('refuses to go beyond its limits of bytes and pages', async () => {
    const narrow = makePdfReader({ maximumPages: 2, maximumFileBytes: 5000 })
    expect(codesOf(await narrow.read(await pdfWith(['1', '2', '3'])))).toEqual([
      'pdf-too-many-pages',
    ])
    expect(codesOf(await narrow.read(Buffer.alloc(5001)))).toEqual(['pdf-too-large'])
    await narrow.close()
  })

  it('survives a thousand files with bytes flipped', { timeout: 120_000 }, async () => {
    const whole = await pdfWith(['one two three', 'four five six'])
    const tough = makePdfReader({ processes: 2, timeLimit: { base: 4000, perPage: 200 } })
    let seed = 7
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return seed / 0x7fffffff
    }
    const results = await Promise.all(
      Array.from({ length: 1000 }, () => {
        const flipped = new Uint8Array(whole)
        for (let times = 0; times < 12; times += 1) {
          flipped[Math.floor(random() * flipped.length)] = Math.floor(random() * 256)
        }
        return tough.read(flipped)
      }),
    )
    const codes = new Set(results.flatMap(codesOf))
    for (const code of codes) {
      expect(['not-a-pdf', 'pdf-damaged', 'pdf-needs-password', 'pdf-too-many-pages']).toContain(
        code,
      )
    }
    expect(valueOf(await tough.read(whole)).pages).toHaveLength(2)
    await tough.close()
  })
})
