import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { LetterBlock } from '#letters'
import { escapeMarkup, markupText } from './markup-text.ts'

/**
 * Blocks of a letter as DOCX for offices that edit: real headings, header rows that repeat, the
 * language of each part, page numbers at the foot. The properties hold title, organization and
 * language; no person, no date. The same letter gives the same bytes.
 */
export async function writeDocx(letter: {
  readonly title: string
  readonly foot: string
  readonly organization: string
  readonly blocks: readonly LetterBlock[]
}): Promise<Uint8Array> {
  const document = new Document({
    title: markupText(letter.title),
    styles: {
      default: {
        document: {
          run: { font: 'Public Sans', size: 20, color: ink, language: { value: 'en-US' } },
          paragraph: { spacing: { after: 160, line: 300 } },
        },
        title: { run: { font: 'Merriweather', size: 30, bold: true, color: deep } },
        heading1: {
          run: { size: 21, bold: true, color: deep },
          paragraph: { spacing: { before: 360, after: 140 }, keepNext: true },
        },
        heading2: {
          run: { size: 21, bold: true, color: ink },
          paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 12_240, height: 15_840 },
            margin: { top: 1_296, bottom: 1_440, left: 1_440, right: 1_440 },
          },
        },
        footers: { default: new Footer({ children: [foot(letter.foot)] }) },
        children: letter.blocks.flatMap((block) => writeBlock(block, {})),
      },
    ],
  })
  return withOwnProperties(await Packer.toBuffer(document), letter)
}

const ink = '1B1B1B'
const deep = '162E51'
const quiet = '565C65'
const hair = 'A9AEB1'
const wash = 'F0F3F7'
/** Between the margins of a letter page, in twentieths of a point. */
const textWidth = 9_360

/** What a panel hands to the blocks in it. */
type Within = { readonly language?: string; readonly inPanel?: boolean }
type Run = Exclude<ConstructorParameters<typeof TextRun>[0], string>
type Options = Exclude<ConstructorParameters<typeof Paragraph>[0], string>

function writeBlock(block: LetterBlock, within: Within): readonly (Paragraph | Table)[] {
  const run = (text: string, looks: Run = {}): TextRun =>
    new TextRun({
      text: markupText(text),
      ...looks,
      ...(within.language === undefined ? {} : { language: { value: within.language } }),
    })
  const paragraph = (options: Options): Paragraph =>
    new Paragraph({ ...(within.inPanel ? panelLooks : {}), ...options })
  const lines = (texts: readonly string[], looks: Run = {}): readonly TextRun[] =>
    texts.map((text, index) => run(text, index === 0 ? looks : { ...looks, break: 1 }))
  switch (block.kind) {
    case 'letterhead':
      return [
        paragraph({
          children: [run(block.name, { font: 'Merriweather', bold: true, size: 28, color: deep })],
          spacing: { after: 40 },
        }),
        paragraph({
          children: lines(block.lines, { size: 17, color: quiet }),
          border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: deep, space: 4 } },
          spacing: { after: 280, line: 250 },
        }),
      ]
    case 'title':
      return [paragraph({ heading: HeadingLevel.TITLE, children: [run(block.text)] })]
    case 'heading':
      return [
        paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: block.onNewPage === true,
          children: [run(block.text)],
        }),
      ]
    case 'paragraph': {
      const { label, text } = block
      if (label === undefined) return [paragraph({ children: [run(text)] })]
      const labelled = run(text === '' ? label : `${label} `, { bold: true })
      return [paragraph({ children: text === '' ? [labelled] : [labelled, run(text)] })]
    }
    case 'lines': {
      const label = block.label === undefined ? [] : [run(block.label, { bold: true })]
      const rest = block.lines.map((line, index) =>
        run(line, index === 0 && label.length === 0 ? {} : { break: 1 }),
      )
      return [paragraph({ children: [...label, ...rest], keepLines: true })]
    }
    case 'facts':
      return [writeFacts(block, run), spacer()]
    case 'table':
      return [writeTable(block, run), spacer()]
    case 'panel': {
      const language = block.language === 'en' ? {} : { language: 'es-US' }
      return block.blocks.flatMap((inner) => writeBlock(inner, { inPanel: true, ...language }))
    }
    case 'signature-line':
      return [
        paragraph({
          children: [run(block.text, { size: 17, color: quiet })],
          border: { top: { style: BorderStyle.SINGLE, size: 4, color: quiet, space: 4 } },
          indent: { right: 4_000 },
          spacing: { before: 900 },
        }),
      ]
  }
}

const panelLooks: Options = {
  shading: { fill: wash },
  border: { left: { style: BorderStyle.SINGLE, size: 24, color: deep, space: 8 } },
  indent: { left: 200, right: 120 },
}

function foot(text: string): Paragraph {
  const looks: Run = { size: 16, color: quiet }
  return new Paragraph({
    alignment: 'center',
    children: [
      new TextRun({ ...looks, text: `${markupText(text)} · Page ` }),
      new TextRun({
        ...looks,
        children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  })
}

/** Two tables in a row would grow together; a small empty paragraph keeps them apart. */
function spacer(): Paragraph {
  return new Paragraph({ spacing: { after: 120, line: 120 } })
}

type MakeRun = (text: string, looks?: Run) => TextRun

/** Two pairs a row; an odd one stands first and alone, as the case number does. */
function writeFacts(facts: Extract<LetterBlock, { kind: 'facts' }>, run: MakeRun): Table {
  const widths = [2_000, 2_400, 2_480, 2_480]
  const alone = facts.pairs.length % 2
  const pair = ([label, value]: readonly [string, string], at: number, wide: boolean) => [
    cell(run(label, { bold: true, size: 18 }), { width: widths[at] ?? 0, head: true }),
    cell(run(value, { size: 18 }), {
      width: wide ? textWidth - (widths[0] ?? 0) : (widths[at + 1] ?? 0),
      ...(wide ? { columns: 3 } : {}),
    }),
  ]
  const rows: TableRow[] = []
  const [first] = facts.pairs
  if (alone === 1 && first) rows.push(row(pair(first, 0, true)))
  for (let at = alone; at < facts.pairs.length; at += 2) {
    rows.push(
      row(facts.pairs.slice(at, at + 2).flatMap((known, index) => pair(known, index * 2, false))),
    )
  }
  return table(rows, widths)
}

function writeTable(block: Extract<LetterBlock, { kind: 'table' }>, run: MakeRun): Table {
  const widths = columnWidths(block)
  const width = (column: number): number => widths[column] ?? 0
  const header = block.header.map((text, column) =>
    cell(run(text, { bold: true, size: 18, color: deep }), { width: width(column), head: true }),
  )
  const rows = block.rows.map((texts) =>
    row(
      texts.map((text, column) =>
        cell(run(text, { size: 18, bold: column === block.strongColumn }), {
          width: width(column),
        }),
      ),
    ),
  )
  return table([row(header, true), ...rows], widths)
}

/** Shares of the page by the length of what stands in a column. */
function columnWidths(block: Extract<LetterBlock, { kind: 'table' }>): readonly number[] {
  const shares = block.header.map((head, column) => {
    const longest = Math.max(head.length, ...block.rows.map((texts) => texts[column]?.length ?? 0))
    return Math.min(4, Math.max(1, Math.sqrt(longest / 6)))
  })
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((share / whole) * textWidth))
}

function table(rows: readonly TableRow[], widths: readonly number[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: hair }
  return new Table({
    rows,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
  })
}

function row(children: readonly TableCell[], tableHeader = false): TableRow {
  return new TableRow({ children, cantSplit: true, tableHeader })
}

function cell(
  text: TextRun,
  looks: { readonly width: number; readonly head?: boolean; readonly columns?: number },
): TableCell {
  return new TableCell({
    children: [new Paragraph({ children: [text], spacing: { after: 0, line: 250 } })],
    width: { size: looks.width, type: WidthType.DXA },
    margins: { top: 70, bottom: 70, left: 100, right: 100 },
    ...(looks.head ? { shading: { fill: wash } } : {}),
    ...(looks.columns === undefined ? {} : { columnSpan: looks.columns }),
  })
}

/** The package dates its files and names an author of its own: ours says neither. */
function withOwnProperties(
  packed: Uint8Array,
  letter: { readonly title: string; readonly organization: string },
): Uint8Array {
  const parts = unzipSync(packed)
  parts['docProps/core.xml'] = strToU8(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
      `<dc:title>${escapeMarkup(letter.title)}</dc:title>` +
      `<dc:creator>${escapeMarkup(letter.organization)}</dc:creator>` +
      `<cp:lastModifiedBy>${escapeMarkup(letter.organization)}</cp:lastModifiedBy>` +
      '<dc:language>en-US</dc:language>' +
      '</cp:coreProperties>',
  )
  // Zip holds local time: a date made of local parts is the same everywhere.
  return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) })
}
