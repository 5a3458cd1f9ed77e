import { decodeText } from './plain-text.ts'
import { type Rendition, type RenditionBlock, UnreadableFileError } from './rendition.ts'

/** What applies within one group of braces. */
type Group = { readonly shown: boolean; readonly fallback: number }

/** Groups that hold no text of the document. */
const notShown = new Set(
  'fonttbl colortbl stylesheet info generator listtable listoverridetable rsidtbl themedata colorschememapping latentstyles datastore xmlnstbl fldinst object filetbl revtbl mmathPr pgptbl pict shp shpinst nonshppict bkmkstart bkmkend'.split(
    ' ',
  ),
)
const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
}

/**
 * A document in the Rich Text Format: its paragraphs, tables and page breaks. Fonts, styles, fields,
 * pictures and embedded objects are passed over.
 */
export function renderRtf(bytes: Uint8Array): Rendition {
  const source = Buffer.from(bytes).toString('latin1')
  if (!source.startsWith('{\\rtf')) {
    throw new UnreadableFileError('file-damaged', 'the file does not begin as RTF does')
  }
  return { title: 'Document', blocks: blocksOfRtf(source), pictures: new Map() }
}

function blocksOfRtf(source: string): RenditionBlock[] {
  const blocks: RenditionBlock[] = []
  const outer: Group[] = []
  let group: Group = { shown: true, fallback: 1 }
  let codePage = 1252
  let text = ''
  let encoded: number[] = []
  let skip = 0
  let cells: string[] = []
  let rows: string[][] = []
  let inTable = false
  const flush = (): void => {
    if (encoded.length > 0) text += decodeCodePage(Uint8Array.from(encoded), codePage)
    encoded = []
  }
  const endTable = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows))
    rows = []
  }
  const endParagraph = (): void => {
    flush()
    if (inTable) {
      text += ' '
      return
    }
    const line = text.replaceAll(/[ \u00a0]+/g, ' ').trim()
    text = ''
    if (line === '') return
    endTable()
    blocks.push({ kind: 'paragraph', text: line })
  }
  const control = (word: string, number: number | null): void => {
    if (word === 'par' || word === 'sect' || word === 'line') endParagraph()
    else if (word === 'page') {
      endParagraph()
      endTable()
      blocks.push({ kind: 'page-break' })
    } else if (word === 'intbl') inTable = true
    else if (word === 'pard') {
      // A paragraph after a table: what stands open belongs to no cell any more.
      if (inTable && text.trim() === '' && cells.length === 0) inTable = false
    } else if (word === 'cell' || word === 'nestcell') {
      flush()
      cells.push(text.replaceAll(/\s+/g, ' ').trim())
      text = ''
    } else if (word === 'row' || word === 'nestrow') {
      if (cells.some((cell) => cell !== '')) rows.push(cells)
      cells = []
      inTable = false
    } else if (word === 'ansicpg') codePage = number ?? 1252
    else if (word === 'uc') group = { ...group, fallback: Math.min(8, number ?? 1) }
    else if (word === 'u' && number !== null) {
      flush()
      text += String.fromCharCode(number < 0 ? number + 65_536 : number)
      skip = group.fallback
    } else if (word in characters) {
      flush()
      text += characters[word] ?? ''
    }
  }
  const token =
    /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)/g
  for (const match of source.matchAll(token)) {
    const [, word, number, hex, symbol, brace, plain] = match
    if (brace === '{') {
      flush()
      if (outer.length >= 500) throw new UnreadableFileError('file-damaged', 'groups lie too deep')
      outer.push(group)
    } else if (brace === '}') {
      flush()
      group = outer.pop() ?? group
    } else if (symbol === '*') group = { ...group, shown: false }
    else if (word !== undefined && notShown.has(word)) group = { ...group, shown: false }
    else if (word === 'bin') {
      throw new UnreadableFileError('file-type-not-supported', 'RTF with binary parts')
    } else if (!group.shown) continue
    else if (word !== undefined) control(word, number === undefined ? null : Number(number))
    else if (hex !== undefined) {
      if (skip > 0) skip -= 1
      else encoded.push(Number.parseInt(hex, 16))
    } else if (symbol !== undefined) {
      flush()
      if (symbol === '~') text += ' '
      else if (symbol === '_') text += '-'
      else if ('\\{}'.includes(symbol)) text += symbol
      else if (symbol === '\n' || symbol === '\r') endParagraph()
    } else if (plain !== undefined) {
      flush()
      text += plain.slice(skip)
      skip = Math.max(0, skip - plain.length)
    }
  }
  inTable = false
  endParagraph()
  endTable()
  return blocks
}

function tableOf(rows: readonly (readonly string[])[]): RenditionBlock {
  const columns = Math.max(...rows.map((row) => row.length))
  if (columns < 2 || columns > 24) {
    return { kind: 'paragraph', text: rows.map((row) => row.join(' ')).join(' ') }
  }
  return {
    kind: 'table',
    header: [],
    rows: rows.map((row) => [...row, ...Array<string>(columns - row.length).fill('')]),
  }
}

function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  if (codePage === 65_001) return decodeText(bytes)
  try {
    return new TextDecoder(`windows-${codePage}`).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
