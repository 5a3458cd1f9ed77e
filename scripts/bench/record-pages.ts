import { existsSync, readFileSync } from 'node:fs'
import { PDFDocument, type PDFFont, rgb, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { makePdfReader } from '#engines'
import { valueOf } from '#foundation'
import { makeRandom, type Random } from './random.ts'

/** Pages of records made from known text: the PDF, and what stands on each page, line by line. */
export type MadePages = { readonly pdf: Uint8Array; readonly texts: readonly string[] }

/** What a page went through before it reached us. */
export type Damage = 'clean' | 'fax' | 'skewed' | 'turned' | 'noisy'

/** A page as a scanner gives it, as PNG, in the dots an inch at which it was scanned. */
export type ScannedPage = { readonly png: Uint8Array; readonly dpi: number; readonly text: string }

const shared = new URL('../../../shared/data/records/', import.meta.url)

/**
 * Bodies of medical notes: the open samples of the shared data where they are, else sentences of
 * our own. Nothing of them is kept.
 */
export function noteBodies(): readonly string[] {
  const csv = new URL('mtsamples-msk-dev.csv', shared)
  const lines = new URL('aci-bench-msk-dev.jsonl', shared)
  const bodies: string[] = []
  if (existsSync(lines)) {
    for (const line of readFileSync(lines, 'utf8').split('\n').filter(Boolean)) {
      bodies.push((JSON.parse(line) as { readonly note: string }).note)
    }
  }
  if (existsSync(csv)) {
    const rows = parseCsv(readFileSync(csv, 'utf8'))
    const column = rows[0]?.indexOf('transcription') ?? -1
    for (const row of rows.slice(1)) bodies.push((row[column] ?? '').replaceAll(/ ?, ?,/g, '\n'))
  }
  return bodies.length > 0 ? bodies : ownBodies()
}

/** `count` pages of notes with invented identities, every fourth with a ruled table. */
export async function makeRecordPages(count: number, seed = 5): Promise<MadePages> {
  const random = makeRandom(seed)
  const bodies = noteBodies()
  const document = await PDFDocument.create()
  const faces = await Promise.all(
    [StandardFonts.TimesRoman, StandardFonts.Helvetica, StandardFonts.Courier].map((name) =>
      document.embedFont(name),
    ),
  )
  const texts: string[] = []
  for (let page = 0; page < count; page += 1) {
    const font = faces[page % faces.length]
    if (!font) break
    const body = bodies[random.below(bodies.length)] ?? ''
    const sheet = document.addPage([612, 792])
    const size = font.name === 'Courier' ? 9.5 : 10.5 + random.below(3) / 2
    const printed: string[] = []
    let y = 740
    const write = (text: string, x = 60) => {
      sheet.drawText(text, { x, y, size, font })
    }
    for (const line of identityOf(random, page)) {
      write(line)
      printed.push(line)
      y -= size * 1.35
    }
    y -= size
    if (page % 4 === 3) {
      for (const row of medicationsOf(random)) {
        row.forEach((cell, index) => {
          sheet.drawRectangle({
            x: 56 + 160 * index,
            y: y - 6,
            width: 160,
            height: 20,
            borderColor: rgb(0, 0, 0),
            borderWidth: 0.8,
          })
          write(cell, 62 + 160 * index)
        })
        printed.push(row.join(' '))
        y -= 20
      }
      y -= size
    }
    const start = random.below(Math.max(1, Math.floor(body.length / 3)))
    for (const line of wrap(sayable(body.slice(body.indexOf(' ', start) + 1)), font, size, 492)) {
      if (y < 60) break
      write(line)
      printed.push(line)
      y -= size * 1.35
    }
    texts.push(printed.join('\n'))
  }
  return { pdf: await document.save(), texts }
}

/** The pages as pictures, each with its damage. */
export async function scanPages(
  pages: MadePages,
  damage: Damage,
  seed = 7,
): Promise<readonly ScannedPage[]> {
  const random = makeRandom(seed)
  const reader = makePdfReader()
  const scanned: ScannedPage[] = []
  for (const [index, text] of pages.texts.entries()) {
    const dpi = damage === 'fax' || damage === 'noisy' ? 200 : 300
    const width = Math.round(8.5 * dpi)
    const png = valueOf(await reader.renderPage(pages.pdf, index + 1, width))
    scanned.push({ png: await spoil(png, damage, random), dpi, text })
  }
  await reader.close()
  return scanned
}

/** A PDF with nothing but the pictures, as a scanner makes it. */
export async function pdfOfScans(scans: readonly ScannedPage[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const { png, dpi } of scans) {
    const picture = await document.embedPng(png)
    const size: [number, number] = [(picture.width * 72) / dpi, (picture.height * 72) / dpi]
    document.addPage(size).drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] })
  }
  return document.save()
}

/** Characters wrong by characters that stand there, white space counted as one blank. */
export function characterErrors(
  expected: string,
  read: string,
): { readonly errors: number; readonly of: number } {
  const first = expected.replaceAll(/\s+/g, ' ').trim()
  const second = read.replaceAll(/\s+/g, ' ').trim()
  let row = Int32Array.from({ length: second.length + 1 }, (_, index) => index)
  for (let at = 1; at <= first.length; at += 1) {
    const next = new Int32Array(second.length + 1)
    next[0] = at
    const code = first.charCodeAt(at - 1)
    for (let other = 1; other <= second.length; other += 1) {
      const same = code === second.charCodeAt(other - 1) ? 0 : 1
      next[other] = Math.min(
        (row[other - 1] ?? 0) + same,
        (row[other] ?? 0) + 1,
        (next[other - 1] ?? 0) + 1,
      )
    }
    row = next
  }
  return { errors: row[second.length] ?? 0, of: first.length }
}

async function spoil(png: Uint8Array, damage: Damage, random: Random): Promise<Uint8Array> {
  const grey = sharp(png).flatten({ background: 'white' }).greyscale()
  if (damage === 'clean') return grey.png({ compressionLevel: 3 }).toBuffer()
  if (damage === 'fax')
    return grey.blur(0.5).threshold(150).png({ palette: true, colours: 2 }).toBuffer()
  if (damage === 'skewed') {
    const angle = (random.chance(0.5) ? 1 : -1) * (1 + 2 * random.next())
    const { width, height } = await sharp(png).metadata()
    const turned = await grey.rotate(angle, { background: 'white' }).png().toBuffer()
    const about = await sharp(turned).metadata()
    return sharp(turned)
      .extract({
        left: Math.floor((about.width - width) / 2),
        top: Math.floor((about.height - height) / 2),
        width,
        height,
      })
      .png({ compressionLevel: 3 })
      .toBuffer()
  }
  if (damage === 'turned') {
    return grey
      .rotate(random.pick([90, 180, 270]))
      .png({ compressionLevel: 3 })
      .toBuffer()
  }
  const { data, info } = await grey.blur(0.8).raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += 1) {
    const noise = 34 * (random.next() + random.next() + random.next() - 1.5)
    const speck = random.chance(0.003) ? (random.chance(0.5) ? -200 : 200) : 0
    data[at] = Math.max(0, Math.min(255, 0.85 * (data[at] ?? 0) + 25 + noise + speck))
  }
  const { width, height } = info
  const worn = await sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 45 })
    .toBuffer()
  return sharp(worn).png({ compressionLevel: 3 }).toBuffer()
}

function identityOf(random: Random, page: number): readonly string[] {
  const first = random.pick(['Maria', 'James', 'Aisha', 'Robert', 'Linh', 'Carlos'])
  const last = random.pick(['Okafor', 'Delgado', 'Whitfield', 'Tran', 'Larsen', 'Moreno'])
  const day = (limit: number) => String(1 + random.below(limit)).padStart(2, '0')
  return [
    `Patient: ${first} ${last}   DOB: ${day(12)}/${day(28)}/19${50 + random.below(50)}`,
    `Claim No. ${100_000 + random.below(900_000)}-${random.below(90)}   Date of service: ${day(12)}/${day(28)}/2025`,
    `Page ${page + 1}`,
  ]
}

function medicationsOf(random: Random): readonly (readonly string[])[] {
  const drugs = ['Naproxen', 'Cyclobenzaprine', 'Gabapentin', 'Tramadol', 'Omeprazole', 'Lidocaine']
  return [
    ['Medication', 'Dose', 'Quantity'],
    ...drugs.map((drug) => [
      drug,
      `${5 * (1 + random.below(120))} mg`,
      `#${10 + random.below(90)}`,
    ]),
  ]
}

/** Only what the standard fonts have. */
function sayable(text: string): string {
  return text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[^\n\x20-\x7e]/g, ' ')
}

function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split(/\n+/)) {
    let line = ''
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`
      if (font.widthOfTextAtSize(longer, size) <= width) line = longer
      else {
        if (line) lines.push(line)
        line = word
      }
    }
    if (line) lines.push(line)
  }
  return lines
}

function ownBodies(): readonly string[] {
  const sentences = [
    'The patient returns for follow-up of low back pain that radiates to the left leg.',
    'Straight leg raising is positive on the left at 40 degrees; strength is 4/5 in dorsiflexion.',
    'Physical therapy was completed, twelve visits, with some improvement of function.',
    'Magnetic resonance imaging shows a disc protrusion of 5 mm at L4-5 with foraminal narrowing.',
    'Naproxen 550 mg twice daily was continued; gabapentin was raised to 600 mg at night.',
    'There is no fever, no weight loss, and no change of bladder or bowel habits.',
    'Authorization is requested for an epidural steroid injection under fluoroscopy.',
    'He remains on modified duty with no lifting above fifteen pounds.',
  ]
  return Array.from({ length: 12 }, (_, note) => {
    const random = makeRandom(99, note)
    return Array.from({ length: 60 }, () => sentences[random.below(sentences.length)]).join(' ')
  })
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    row.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'))
    if (match[3] === ',') continue
    if (row.length > 1) rows.push(row)
    row = []
  }
  return rows
}
