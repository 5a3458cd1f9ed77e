import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Determination } from '#determination'
import { valueOf } from '#foundation'
import {
  blocksOfPublicLetter,
  blocksOfServedLetter,
  compareDeterminations,
  type LetterBlock,
  layOutBody,
  layOutServedLetter,
  letterHeading,
  printLetterText,
  readLetterText,
} from '#letters'
import { awkward, generate, organization, serve } from './generated-letters.test-support.ts'
import { makeLetterExporter } from './letter-exporter.ts'

const exporter = makeLetterExporter({ organizationName: organization })
const letters: typeof awkward = [
  ...awkward,
  ...Array.from(
    { length: 200 },
    (_, index) => [`generated letter ${1000 + index}`, generate(1000 + index)] as const,
  ),
]

/** With what the reader concludes from printed words (citations, regions, boards) filled in. */
function complete(determination: Determination): Determination {
  return valueOf(readLetterText(printLetterText(determination, organization), { file: 'model' }))
}

function textOfHtml(html: string): string {
  return decode(
    html
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replace(/<br>\n/g, '\n')
      .replace(/<\/(?:th|td)>/g, ' ')
      .replace(/<\/(?:p|h1|h2|h3|tr)>/g, '\n\n')
      .replace(/<[^>]+>/g, ''),
  )
}

function textOfDocx(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
  return decode(
    xml
      .replace(/<w:tr[ >][\s\S]*?<\/w:tr>/g, (row) => `${row.replace(/<\/w:p>/g, ' ')}\n\n`)
      .replace(/<w:br\/>/g, '\n')
      .replace(/<\/w:p>/g, '\n\n')
      .replace(/<[^>]+>/g, ''),
  )
}

function decode(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }
  return text
    .replace(/&(lt|gt|quot|apos|#39);/g, (_, name) => signs[name] ?? '')
    .replace(/&amp;/g, '&')
}

function differencesIn(text: string, model: Determination): readonly unknown[] {
  return compareDeterminations(model, valueOf(readLetterText(text, { file: 'exported' })))
}

describe('a determination comes back from its exported letters as it went in', () => {
  it('the public letter as HTML', () => {
    for (const [name, generated] of letters) {
      const model = complete(generated)
      const text = textOfHtml(exporter.exportPublicLetterHtml(model))
      expect([name, differencesIn(text, model)]).toEqual([name, []])
    }
  })
  it('the served letter as HTML, in spite of cover, records list and proof of service', () => {
    for (const [name, generated] of letters) {
      const model = complete(generated)
      const text = textOfHtml(exporter.exportServedLetterHtml(serve(model)))
      expect([name, differencesIn(text, model)]).toEqual([name, []])
    }
  })
  it('the served letter as DOCX', async () => {
    for (const [name, generated] of letters.slice(0, 60)) {
      const model = complete(generated)
      const text = textOfDocx(await exporter.exportServedLetterDocx(serve(model)))
      expect([name, differencesIn(text, model)]).toEqual([name, []])
    }
  })
})

const model = complete(generate(7))
const hostile: Determination = {
  ...model,
  caseSummary: 'A <script>alert("x")</script> & "quoted" \u0001 \ud800 \u202etxet\u202c 張小明',
}

/** All words of the blocks, those in panels too. */
function wordsOf(blocks: readonly LetterBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'panel') return wordsOf(block.blocks)
    if (block.kind === 'letterhead') return [block.name, ...block.lines]
    if (block.kind === 'lines') return [...(block.label ? [block.label] : []), ...block.lines]
    if (block.kind === 'facts') return block.pairs.flat()
    if (block.kind === 'table') return [...block.header, ...block.rows.flat()]
    if (block.kind === 'paragraph') return [block.label ?? '', block.text]
    return [block.text]
  })
}

/** Every text of a layout. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : []
}

describe('the blocks', () => {
  it('leave out no word of the layout', () => {
    const layout = layOutServedLetter(serve(model))
    const words = wordsOf(blocksOfServedLetter(layout))
    expect(textsIn(layout).filter((text) => !words.includes(text))).toEqual([])
    const body = layOutBody(model, organization)
    const published = wordsOf(blocksOfPublicLetter(body, { organization, heading: letterHeading }))
    expect(textsIn(body).filter((text) => !published.includes(text))).toEqual([])
  })
})

describe('the letter as HTML', () => {
  const html = exporter.exportServedLetterHtml(serve(hostile))
  it('has one first heading, and no heading skips a level', () => {
    const levels = Array.from(html.matchAll(/<h([1-6])/g), ([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })
  it('says its language, and which part is Spanish', () => {
    expect(html).toContain('<html lang="en-US">')
    expect(html).toMatch(/lang="es">\s*<h2>RESUMEN EN ESPAÑOL/)
  })
  it('gives every table header cells with their scope, and a name', () => {
    for (const [table] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
      expect(table).toMatch(/^<table[^>]* aria-label="[^"]+"/)
      expect(table).toMatch(/<th scope="(?:col|row)">/)
    }
  })
  it('has no script, loads nothing, and prints what looks like markup as words', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import|https?:/)
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')
    for (const sign of ['\u0001', '\u202e', '\ud800']) expect(html).not.toContain(sign)
    expect(html).toContain('張小明')
  })
  it('names no party in the public letter', () => {
    const published = exporter.exportPublicLetterHtml(model)
    for (const name of ['Nguyễn', 'Ильина', 'Harborline', 'Achterberg', 'WC-2026-004417']) {
      expect(published).not.toContain(name)
      expect(html).toContain(name)
    }
  })
})

describe('the letter as DOCX', () => {
  it('is a package whose parts are well formed and known to its list of types', async () => {
    const parts = unzipSync(await exporter.exportServedLetterDocx(serve(hostile)))
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining(['_rels/.rels', 'word/document.xml', 'word/styles.xml']),
    )
    for (const [path, content] of Object.entries(parts)) {
      expect([path, faultIn(strFromU8(content))]).toEqual([path, null])
      const extension = path.split('.').at(-1) ?? ''
      const known = types.includes(`"/${path}"`) || types.includes(`Extension="${extension}"`)
      expect([path, known || path === '[Content_Types].xml']).toEqual([path, true])
    }
    const named = Array.from(types.matchAll(/PartName="\/([^"]+)"/g), ([, path]) => path ?? '')
    expect(named.filter((path) => !(path in parts))).toEqual([])
  })
  it('names title and organization in its properties, and no person and no date', async () => {
    const parts = unzipSync(await exporter.exportServedLetterDocx(serve(model)))
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())
    const fields = Array.from(core.matchAll(/<(\w+:\w+)>([^<]*)<\/\1>/g), ([, name, value]) => [
      name,
      value,
    ])
    expect(fields).toEqual([
      ['dc:title', `IMR Final Determination ${model.caseNumber}`],
      ['dc:creator', organization],
      ['cp:lastModifiedBy', organization],
      ['dc:language', 'en-US'],
    ])
    for (const [path, content] of Object.entries(parts)) {
      if (path !== 'word/document.xml') expect(strFromU8(content)).not.toMatch(/Nguyễn|Achterberg/)
    }
  })
  it('has headings, header rows that repeat, and Spanish marked as Spanish', async () => {
    const parts = unzipSync(await exporter.exportServedLetterDocx(serve(model)))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml.match(/w:val="Title"/g)).toHaveLength(1)
    expect(xml.match(/w:val="Heading2"/g)).toHaveLength(model.issues.length)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(4)
    expect(xml).toContain('<w:lang w:val="es-US"/>')
  })
  it('is the same to the byte when made again', async () => {
    const first = await exporter.exportServedLetterDocx(serve(model))
    const second = await exporter.exportServedLetterDocx(serve(model))
    expect(Buffer.compare(first, second)).toBe(0)
  })
})

/** What keeps a text from being well-formed XML: tags that do not pair, bare signs; null if nothing. */
function faultIn(xml: string): string | null {
  const open: string[] = []
  for (const [tag, closing, name, rest] of xml
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*\s*\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return `${tag} closes nothing`
    } else if (!rest?.endsWith('/')) open.push(name ?? '')
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`
  const text = xml.replace(/<[^>]*>/g, '')
  const bare = /[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(text)
  return bare ? `a bare ${bare[0]}` : null
}
