import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { init } from '@embedpdf/pdfium'
import { zipSync } from 'fflate'
import { PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { valueOf } from '#foundation'
import type { FileContent, PageText } from '#records'
import { makePdfTextReader } from './pdf-in-process.ts'
import { makeRecordReader } from './record-reader.ts'

const reader = makeRecordReader({ processes: 2 })
const folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true })
})

let files = 0
function onDisk(bytes: Uint8Array): FileContent {
  files += 1
  const path = join(folder, `file-${files}`)
  writeFileSync(path, bytes)
  return { path, bytes: statSync(path).size }
}

function emptyFolder(): string {
  return mkdtempSync(join(folder, 'unpacked-'))
}

async function pdfOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const helvetica = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([612, 792])
    sheet.drawText(`Progress note, page ${page}`, { x: 72, y: 700, size: 12, font: helvetica })
    sheet.drawText('The pain radiates down the left leg.', {
      x: 72,
      y: 670,
      size: 12,
      font: helvetica,
    })
  }
  return document.save()
}

/** One page, encrypted by PDFium itself with the given user password. */
async function encryptPdf(user: string): Promise<Uint8Array> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')))
  const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  pdfium.PDFiumExt_Init()
  const { malloc } = pdfium.pdfium.wasmExports
  const memory = (): Uint8Array =>
    (pdfium.pdfium as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8
  const plain = await pdfOf(1)
  const data = malloc(plain.length)
  memory().set(plain, data)
  const document = pdfium.FPDF_LoadMemDocument(data, plain.length, '')
  pdfium.EPDF_SetEncryption(document, user, 'owner', 0)
  const writer = pdfium.PDFiumExt_OpenFileWriter()
  pdfium.PDFiumExt_SaveAsCopy(document, writer)
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer)
  const out = malloc(size)
  pdfium.PDFiumExt_GetFileWriterData(writer, out, size)
  return memory().slice(out, out + size)
}

const codesOf = (result: { readonly ok: boolean; readonly refusals?: readonly unknown[] }) =>
  result.ok ? [] : (result.refusals as readonly { readonly code: string }[]).map(({ code }) => code)

async function readAll(content: FileContent, from = 1) {
  const pages: PageText[] = []
  const steps: number[] = []
  const read = await reader.readPages(content, {
    from,
    async onPages(batch, { done }) {
      pages.push(...batch)
      steps.push(done)
    },
  })
  return { read, pages, steps }
}

describe('reading the pages of a PDF on disk', () => {
  it('gives the same pages, in order, as reading the file whole', async () => {
    const bytes = await pdfOf(57)
    const whole = valueOf(await (await makePdfTextReader()).read(bytes))
    const { read, pages, steps } = await readAll(onDisk(bytes))
    expect(valueOf(read).pages).toBe(57)
    expect(pages).toEqual(whole.pages)
    expect(steps).toEqual(steps.toSorted((first, second) => first - second))
    expect(steps.at(-1)).toBe(57)
  })

  it('goes on in the middle, as after a restart', async () => {
    const { pages } = await readAll(onDisk(await pdfOf(25)), 21)
    expect(pages.map(({ page }) => page)).toEqual([21, 22, 23, 24, 25])
  })

  it('waits for each batch to be taken before it reads far ahead', async () => {
    let open = 0
    let most = 0
    await reader.readPages(onDisk(await pdfOf(40)), {
      from: 1,
      async onPages() {
        open += 1
        most = Math.max(most, open)
        await new Promise((resolve) => setTimeout(resolve, 5))
        open -= 1
      },
    })
    expect(most).toBe(1)
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const reading = reader.readPages(onDisk(await pdfOf(60)), {
      from: 1,
      signal: stop.signal,
      async onPages() {
        stop.abort(new Error('the lease is lost'))
      },
    })
    await expect(reading).rejects.toThrow('the lease is lost')
  })

  it('refuses a damaged file and goes on with the next', async () => {
    const damaged = onDisk(Buffer.from('%PDF-1.7\nnothing of a file'))
    expect(codesOf(await reader.inspect(damaged, { fileName: 'a.pdf' }))).toEqual(['pdf-damaged'])
    expect(codesOf((await readAll(damaged)).read)).toEqual(['pdf-damaged'])
    expect((await readAll(await pdfOf(1))).pages).toHaveLength(1)
  })

  it('shows a page turned, as wide as asked', async () => {
    const content = onDisk(await pdfOf(2))
    const size = async (turned: 0 | 90) => {
      const png = Buffer.from(valueOf(await reader.renderPage(content, 2, { width: 300, turned })))
      return [png.readUInt32BE(16), png.readUInt32BE(20)]
    }
    expect(await size(0)).toEqual([300, 388])
    expect(await size(90)).toEqual([300, 232])
    expect(codesOf(await reader.renderPage(content, 3, { width: 300 }))).toEqual([
      'pdf-no-such-page',
    ])
  })
})

describe('telling what a file is', () => {
  it('goes by the bytes, not by the name', async () => {
    const inspection = await reader.inspect(await pdfOf(3), { fileName: 'scan.tif' })
    expect(valueOf(inspection)).toEqual({ mediaType: 'application/pdf', pages: 3, remarks: [] })
  })

  it('refuses what is not a record: programs, DICOM pictures, spreadsheets, nothing', async () => {
    const dicom = Buffer.alloc(400)
    dicom.write('DICM', 128)
    const sheet = zipSync({
      '[Content_Types].xml': Buffer.from('<x/>'),
      'xl/workbook.xml': Buffer.from('<x/>'),
    })
    const program = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array<number>(200).fill(0)])
    for (const bytes of [dicom, sheet, program]) {
      const inspected = await reader.inspect(bytes, { fileName: 'report.pdf' })
      expect(codesOf(inspected)).toEqual(['file-type-not-supported'])
    }
    const nothing = await reader.inspect(new Uint8Array(), { fileName: 'report.pdf' })
    expect(codesOf(nothing)).toEqual(['file-damaged'])
  })
})

describe('unpacking an archive', () => {
  it('gives the files within, archives in archives too, under names that lead nowhere else', async () => {
    const inner = zipSync({ 'scan.pdf': await pdfOf(1) })
    const archive = zipSync({
      'records/visit.pdf': await pdfOf(2),
      'records/more.zip': inner,
      '../../etc/passwd': Buffer.from('root'),
      '__MACOSX/._visit.pdf': Buffer.from('x'),
    })
    expect(valueOf(await reader.inspect(archive, { fileName: 'a.zip' })).mediaType).toBe(
      'application/zip',
    )
    const target = emptyFolder()
    const unpacked = valueOf(
      await reader.unpack(onDisk(archive), { mediaType: 'application/zip', folder: target }),
    )
    expect(unpacked.map(({ path, fileName }) => [path, fileName])).toEqual([
      ['records/visit.pdf', 'visit.pdf'],
      ['records/more.zip/scan.pdf', 'scan.pdf'],
      ['etc/passwd', 'passwd'],
    ])
    for (const { content } of unpacked) {
      expect(content instanceof Uint8Array ? '' : content.path).toContain(target)
    }
  })

  it('refuses a bomb, an archive that goes on within itself, and a broken one', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(60_000_000) }, { level: 9 })
    let deep: Uint8Array = await pdfOf(1)
    for (let depth = 0; depth < 5; depth += 1) deep = zipSync({ 'inner.zip': deep }, { level: 0 })
    const broken = zipSync({ 'a.pdf': await pdfOf(1) }).slice(0, -30)
    const codes = []
    for (const bytes of [bomb, deep, broken]) {
      const about = { mediaType: 'application/zip', folder: emptyFolder() }
      codes.push(...codesOf(await reader.unpack(bytes, about)))
    }
    expect(codes).toEqual(['archive-too-large', 'archive-too-large', 'file-damaged'])
  })
})

describe('PDFs that mean harm or are broken', () => {
  it('says that a file holds scripts and programs to start, and runs none', async () => {
    const document = await PDFDocument.load(await pdfOf(1))
    document.addJavaScript('open', 'app.alert("x")')
    const launch = document.context.obj({
      Type: 'Action',
      S: 'Launch',
      F: PDFString.of('calc.exe'),
    })
    document.catalog.set(PDFName.of('OpenAction'), document.context.register(launch))
    const bytes = await document.save({ useObjectStreams: false })
    const { remarks } = valueOf(await reader.inspect(onDisk(bytes), { fileName: 'a.pdf' }))
    expect(remarks).toContain('contains JavaScript; it is never run')
    expect(remarks).toContain('asks to start a program; it is never started')
  })

  it('takes embedded files out as files of their own', async () => {
    const document = await PDFDocument.load(await pdfOf(1))
    await document.attach(await pdfOf(2), '../scan of march.pdf')
    const carrier = onDisk(await document.save())
    const about = { mediaType: 'application/pdf', folder: emptyFolder() }
    const [file, ...more] = valueOf(await reader.unpack(carrier, about))
    expect([file?.fileName, more]).toEqual(['.. scan of march.pdf', []])
    const inner = file && valueOf(await reader.inspect(file.content, { fileName: '' }))
    expect(inner?.pages).toBe(2)
  })

  it('opens a file encrypted with an empty password, and refuses one with another', async () => {
    const open = onDisk(await encryptPdf(''))
    expect(valueOf(await reader.inspect(open, { fileName: '' })).remarks).toContain(
      'encrypted; opened with the empty user password',
    )
    expect((await readAll(open)).pages[0]?.text).toContain('Progress note')
    const shut = onDisk(await encryptPdf('secret'))
    expect(codesOf(await reader.inspect(shut, { fileName: '' }))).toEqual(['pdf-needs-password'])
  })

  it('reads what is left of a file that was cut off, or refuses it', async () => {
    const bytes = await pdfOf(30)
    for (const share of [0.3, 0.6, 0.95]) {
      const { read, pages } = await readAll(onDisk(bytes.slice(0, share * bytes.length)))
      expect(read.ok ? pages.length > 0 : codesOf(read)[0] === 'pdf-damaged').toBe(true)
    }
  })
})
