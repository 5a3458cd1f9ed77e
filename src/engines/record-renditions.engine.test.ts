import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { type Result, valueOf } from '#foundation'
import type { FileContent, PageText } from '#records'
import { makeRecordReader } from './record-reader.ts'

const reader = makeRecordReader({ processes: 2 })
const folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true })
})

const samples = new URL('../../../shared/data/records/', import.meta.url)
const newFolder = () => mkdtempSync(join(folder, 'work-'))
const about = { fileName: 'of-no-account.bin' }

const codesOf = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ code }) => code)

/** Its kind by content, and its pages as the rendition shows them. */
async function shown(content: FileContent) {
  const { mediaType, pages } = valueOf(await reader.inspect(content, about))
  const rendition = valueOf(await reader.render(content, { mediaType, folder: newFolder() }))
  const read: PageText[] = []
  const done = await reader.readPages(rendition ?? content, {
    from: 1,
    async onPages(batch) {
      read.push(...batch)
    },
  })
  valueOf(done)
  return { mediaType, claimed: pages, pages: read, texts: read.map(({ text }) => text) }
}

async function unpacked(content: FileContent) {
  const { mediaType } = valueOf(await reader.inspect(content, about))
  return valueOf(await reader.unpack(content, { mediaType, folder: newFolder() }))
}

/** What is refused, first on looking at a file and then on showing it. */
async function refusedBy(content: FileContent): Promise<readonly string[]> {
  const inspected = await reader.inspect(content, about)
  if (!inspected.ok) return codesOf(inspected)
  const { mediaType } = inspected.value
  return codesOf(await reader.render(content, { mediaType, folder: newFolder() }))
}

/** Black print on white, as a scanner gives it. */
function print(text: string, width = 1700, height = 700) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="white"/>
    <text x="120" y="200" font-family="serif" font-size="44">${text}</text></svg>`
  return sharp(Buffer.from(svg)).flatten({ background: 'white' }).greyscale()
}

describe('pictures as records', () => {
  it('shows every page of a fax, as wide and high as it was sent', async () => {
    // Fine across, coarse down: 204 by 98 dots an inch.
    const pages = await Promise.all(
      ['The patient has low back pain', 'Lumbar injection requested'].map((text) =>
        print(text).resize(1700, 343, { fit: 'fill' }).png().toBuffer(),
      ),
    )
    const fax = await sharp(pages, { join: { animated: true } })
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 98 / 25.4 })
      .toBuffer()
    const { mediaType, claimed, pages: read, texts } = await shown(fax)
    expect([mediaType, claimed]).toEqual(['image/tiff', 2])
    expect(texts).toEqual(['The patient has low back pain', 'Lumbar injection requested'])
    expect(read[0]?.width).toBeCloseTo((72 * 1700) / 204, 0)
    expect(read[0]?.height).toBeCloseTo((72 * 343) / 98, 0)
  })

  it('shows pictures packed in other ways: LZW in colour, JPEG, PNG', async () => {
    const text = 'Physical therapy notes of March'
    const colour = print(text).toColourspace('srgb')
    const lzw = await colour.clone().tiff({ compression: 'lzw', xres: 8, yres: 8 }).toBuffer()
    const png = await print(text).png().toBuffer()
    const jpeg = await print(text).jpeg({ quality: 80 }).toBuffer()
    for (const picture of [lzw, png, jpeg]) expect((await shown(picture)).texts).toEqual([text])
  })

  it('sets a photograph upright as the camera says', async () => {
    const turned = await print('Photograph of the report').rotate(270).toBuffer()
    const photograph = await sharp(turned).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { pages } = await shown(photograph)
    expect(pages[0]?.text).toBe('Photograph of the report')
    expect(pages[0]?.turned).toBeUndefined()
    expect(pages[0]?.width).toBeGreaterThan(pages[0]?.height ?? 0)
  })

  it('refuses what it cannot show: WebP, broken pictures, pictures of 60,000 pixels', async () => {
    const webp = await print('x').webp().toBuffer()
    expect(await refusedBy(webp)).toEqual(['file-type-not-supported'])
    const tiff = await print('x').tiff({ compression: 'lzw' }).toBuffer()
    expect(await refusedBy(tiff.subarray(0, tiff.length / 2))).toEqual(['file-damaged'])
    const directory = Buffer.from(tiff)
    directory.writeUInt32LE(0xfffffff0, 4)
    expect(await refusedBy(directory)).toEqual(['file-damaged'])
    const jpeg = await print('x').jpeg().toBuffer()
    expect(await refusedBy(jpeg.subarray(0, 4_000))).toEqual(['file-damaged'])
    const vast = await print('x', 8, 8).png().toBuffer()
    vast.writeUInt32BE(60_000, 16)
    vast.writeUInt32BE(60_000, 20)
    vast.writeUInt32BE(crc32(vast.subarray(12, 29)), 29)
    expect(await refusedBy(vast)).toEqual(['picture-too-large'])
  })
})

describe('documents as records', () => {
  it('shows a DOCX with its headings, lists, tables and numbers', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Progress report', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'The pain is 5/10.', alignment: AlignmentType.CENTER }),
            new Paragraph({ text: 'Continue naproxen', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('Gabapentin'), cell('300 mg')] }),
                new TableRow({ children: [cell('Naproxen'), cell('550 mg')] }),
              ],
            }),
          ],
        },
      ],
    })
    const { texts } = await shown(new Uint8Array(await Packer.toBuffer(document)))
    expect(texts[0]?.split('\n')).toEqual([
      'Progress report',
      'The pain is 5/10.',
      '• Continue naproxen',
      'Gabapentin 300 mg',
      'Naproxen 550 mg',
    ])
  })

  it('asks for nothing that a DOCX or an HTML page names elsewhere', async () => {
    const document = new Document({ sections: [{ children: [new Paragraph('Seen today.')] }] })
    const files = unzipSync(new Uint8Array(await Packer.toBuffer(document)))
    const relations = 'word/_rels/document.xml.rels'
    const outside =
      '<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    files[relations] = strToU8(
      Buffer.from(files[relations] ?? new Uint8Array())
        .toString()
        .replace('</Relationships>', outside),
    )
    const picture =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId900"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:sectPr'
    files['word/document.xml'] = strToU8(
      Buffer.from(files['word/document.xml'] ?? new Uint8Array())
        .toString()
        .replace('<w:sectPr', picture),
    )
    expect((await shown(zipSync(files))).texts).toEqual(['Seen today.'])
    const page = Buffer.from(
      '<!DOCTYPE html><html><head><style>p{color:red}</style><script>document.write("x")</script>' +
        '</head><body><h1>Visit</h1><p>Pain in the <b>left</b> knee.<img src="http://127.0.0.1:1/x.png">' +
        '</p><table><tr><th>Drug</th><th>Dose</th></tr><tr><td>Naproxen</td><td>550 mg</td></tr></table>' +
        '<iframe src="file:///etc/passwd"></iframe></body></html>',
    )
    const { mediaType, texts } = await shown(page)
    expect(mediaType).toBe('text/html')
    expect(texts).toEqual(['Visit\nPain in the left knee.\nDrug Dose\nNaproxen 550 mg'])
  })

  it('shows RTF: paragraphs, characters of its code page, tables, page breaks', async () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\author Nobody}}\\f0 PROGRESS NOTE\\par ' +
      "The patient\\rquote s pain is 5/10 \\u8211? radiating; caf\\'e9.\\par " +
      '\\trowd\\intbl Naproxen\\cell 550 mg\\cell\\row\\trowd\\intbl Gabapentin\\cell 300 mg\\cell\\row' +
      '\\pard After\\par{\\*\\generator Nothing}{\\pict 0011}\\page Second page\\par}'
    const { mediaType, texts } = await shown(Buffer.from(rtf))
    expect(mediaType).toBe('application/rtf')
    expect(texts).toEqual([
      'PROGRESS NOTE\nThe patient’s pain is 5/10 – radiating; café.\nNaproxen 550 mg\nGabapentin 300 mg\nAfter',
      'Second page',
    ])
  })

  it('shows text in the encodings that programs write, a form feed beginning a page', async () => {
    const text = 'Temperature 98.6°\nPain “sharp”\fSecond page'
    const windows = Buffer.from(text, 'latin1')
    // Curly quotes are not in Latin-1; Windows has them at 0x93 and 0x94.
    windows[windows.indexOf(0x1c)] = 0x93
    windows[windows.indexOf(0x1d)] = 0x94
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const big = Buffer.from(little).swap16()
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])
    for (const bytes of [Buffer.from(text), marked, little, big, windows]) {
      expect((await shown(bytes)).texts).toEqual(['Temperature 98.6°\nPain “sharp”', 'Second page'])
    }
  })

  it('is bounded on XML that multiplies itself, and on JSON without end', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from(
      { length: 20 },
      (_, level) => `<!ENTITY a${level} "${`&a${level - 1};`.repeat(10)}">`,
    ).join('')}]><ClinicalDocument><title>Note &a19;</title></ClinicalDocument>`
    const { texts } = await shown(Buffer.from(laughs))
    expect(texts[0]?.length).toBeLessThan(200)
    const deep = `{"resourceType":"Bundle","entry":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(await refusedBy(Buffer.from(deep))).toEqual([])
    const nested = `<ClinicalDocument><component><structuredBody>${'<component><section><title>A</title>'.repeat(50_000)}`
    expect(await refusedBy(Buffer.from(nested))).toEqual(['file-damaged'])
  })
})

describe('messages as records', () => {
  it('shows a clinical document: who, when, sections, tables; and takes out what it carries', async () => {
    const carried = Buffer.from('%PDF-1.4 a scan').toString('base64')
    const document = (body: string) =>
      Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3">
        <title>Operative report</title><effectiveTime value="20260314"/>
        <recordTarget><patientRole><id extension="4711"/><patient><name><given>Ana</given>
        <family>Ruiz</family></name><birthTime value="19680311"/></patient></patientRole></recordTarget>
        <author><time value="20260315"/><assignedAuthor><assignedPerson><name>Lee Wong, MD</name>
        </assignedPerson></assignedAuthor></author>
        <custodian><assignedCustodian><representedCustodianOrganization><name>Harbor Clinic</name>
        </representedCustodianOrganization></assignedCustodian></custodian>
        <component>${body}</component></ClinicalDocument>`)
    const sections = `<structuredBody><component><section><title>Findings</title><text>
      <paragraph>The <content>meniscus</content> is torn.</paragraph><list><item>Medial</item></list>
      <table><thead><tr><th>Joint</th><th>Range</th></tr></thead><tbody><tr><td>Knee</td>
      <td>0 to 110</td></tr></tbody></table></text></section></component></structuredBody>`
    const { mediaType, texts } = await shown(document(sections))
    expect(mediaType).toBe('application/cda+xml')
    expect(texts[0]?.split('\n')).toEqual([
      'Operative report',
      'Patient Ana Ruiz',
      'Date of birth 03/11/1968',
      'Record number 4711',
      'Date 03/14/2026',
      'Author Lee Wong, MD',
      'Written 03/15/2026',
      'Custodian Harbor Clinic',
      'Findings',
      'The meniscus is torn.',
      '• Medial',
      'Joint Range',
      'Knee 0 to 110',
    ])
    const loose = `<nonXMLBody><text mediaType="application/pdf" representation="B64">${carried}</text></nonXMLBody>`
    const [file] = await unpacked(document(loose))
    expect(file?.fileName).toBe('document.pdf')
    const path = file?.content instanceof Uint8Array ? '' : (file?.content.path ?? '')
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.4 a scan')
  })

  it('shows a FHIR bundle and takes out its documents', async () => {
    const bundle = {
      resourceType: 'Bundle',
      entry: [
        {
          resource: {
            resourceType: 'Patient',
            name: [{ given: ['Ana'], family: 'Ruiz' }],
            birthDate: '1968-03-11',
          },
        },
        {
          resource: {
            resourceType: 'Observation',
            code: { text: 'Pain score' },
            effectiveDateTime: '2026-03-14',
            valueQuantity: { value: 7.0001, unit: '/10' },
          },
        },
        { resource: { resourceType: 'Claim' } },
        {
          resource: {
            resourceType: 'DocumentReference',
            type: { text: 'Progress note' },
            date: '2026-03-14',
            content: [
              {
                attachment: {
                  contentType: 'text/plain',
                  title: '../../note',
                  data: Buffer.from('Seen today').toString('base64'),
                },
              },
            ],
          },
        },
      ],
    }
    const bytes = Buffer.from(JSON.stringify(bundle))
    const { mediaType, texts } = await shown(bytes)
    expect(mediaType).toBe('application/fhir+json')
    expect(texts[0]).toContain('Patient Ana Ruiz')
    expect(texts[0]).toContain('03/14/2026 Pain score 7 /10')
    expect(texts[0]).toContain('Also in the file and not shown: Claim (1).')
    const files = await unpacked(bytes)
    expect(files.map(({ fileName }) => fileName)).toEqual(['.. .. note 1.txt'])
  })

  it.skipIf(!existsSync(samples))('shows every sample message of ../shared', async () => {
    for (const name of ['ccda', 'fhir']) {
      const sampleFolder = new URL(`${name}/`, samples)
      for (const file of readdirSync(sampleFolder)) {
        const { texts } = await shown(readFileSync(new URL(file, sampleFolder)))
        expect([file, texts.length > 0 && texts[0] !== '']).toEqual([file, true])
      }
    }
    const carrier = readFileSync(new URL('ccda/hl7-cda-with-embedded-pdf.xml', samples))
    const [carried] = await unpacked(carrier)
    const inspected = carried && (await reader.inspect(carried.content, about))
    expect(inspected?.ok && inspected.value.mediaType).toBe('application/pdf')
  })
})
