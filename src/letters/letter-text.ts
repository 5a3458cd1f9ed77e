import type { PageText, Word } from '#records'
import { cleanText } from './clean-text.ts'
import { pageFootPattern } from './stock-sentences.ts'

/** A printed line, with what stands between it and the line before. */
type PrintedLine = { readonly text: string; readonly blanks: number; readonly newPage: boolean }

/**
 * A letter's text in one form, whatever it came from: `\n` between lines of a paragraph, `\n\n`
 * between paragraphs, `\f` between pages (where nobody knows whether a paragraph ended). Feet of
 * pages are left out; each line has one space between words.
 */
export function textOfPlainText(raw: string): string {
  const lines: PrintedLine[] = []
  let blanks = 0
  let newPage = false
  for (const page of cleanText(raw).replace(/ {2,}/g, ' ').split('\f')) {
    for (const printed of withoutFeet(page.split('\n'))) {
      const text = printed.trim()
      if (text === '') {
        blanks += 1
        continue
      }
      lines.push({ text, blanks, newPage: newPage && lines.length > 0 })
      blanks = 0
      newPage = false
    }
    newPage = true
  }
  return assemble(lines)
}

/** The same from pages with word boxes: paragraphs come from the space between lines. */
export function textOfPages(pages: readonly PageText[]): string {
  if (pages.every((page) => page.words.length === 0)) {
    return textOfPlainText(pages.map((page) => page.text).join('\f'))
  }
  const lines: PrintedLine[] = []
  for (const [index, page] of pages.entries()) {
    let newPage = index > 0
    const rows = page.words.length === 0 ? rowsOfText(page.text) : rowsOfWords(page)
    const pitch = commonPitch(rows)
    let bottom: number | null = null
    const kept = withoutFeet(rows.map((row) => row.text))
    const keptRows = rows.filter((row) => kept.includes(row.text))
    for (const row of keptRows) {
      const gap = bottom === null || pitch === 0 ? 0 : (row.y - bottom) / pitch
      lines.push({
        text: row.text,
        blanks: gap > 1.4 ? Math.round(gap) - 1 || 1 : 0,
        newPage: newPage && lines.length > 0,
      })
      newPage = false
      bottom = row.y
    }
  }
  return assemble(lines)
}

/** Puts lines together; the usual number of blank lines between lines means nothing. */
function assemble(lines: readonly PrintedLine[]): string {
  const usual = usualBlanks(lines)
  let text = ''
  for (const line of lines) {
    if (text !== '') text += line.newPage ? '\f' : line.blanks > usual ? '\n\n' : '\n'
    text += line.text
  }
  return text
}

/**
 * Blank lines between two lines of one paragraph: 0 in most texts, 1 where a converter set every
 * line apart (the double-spaced seeds).
 */
function usualBlanks(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    if (!line.newPage) counts.set(line.blanks, (counts.get(line.blanks) ?? 0) + 1)
  }
  const close = counts.get(0) ?? 0
  const apart = [...counts].filter(([blanks]) => blanks > 0)
  const most = apart.toSorted((first, second) => second[1] - first[1])[0]
  if (!most || close * 4 >= most[1]) return 0
  return most[0]
}

type Row = { readonly text: string; readonly y: number }

function rowsOfText(text: string): readonly Row[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => ({ text: line.replace(/ {2,}/g, ' ').trim(), y: index }))
    .filter((row) => row.text !== '')
}

/** Rows in the engine's reading order; a row is the words between two line ends of its text. */
function rowsOfWords(page: PageText): readonly Row[] {
  const rows: { words: Word[]; y: number }[] = []
  let end = 0
  for (const word of page.words) {
    const row = rows.at(-1)
    const between = page.text.slice(end, word.span.start)
    const middle = word.box.y + word.box.height / 2
    const sameLine =
      row !== undefined &&
      !between.includes('\n') &&
      Math.abs(middle - row.y) <= Math.max(3, word.box.height)
    if (sameLine) row.words.push(word)
    else rows.push({ words: [word], y: middle })
    end = word.span.end
  }
  return headerRows(rows).map((row) => ({
    text: cleanText(row.words.map((word) => word.text).join(' '))
      .replace(/\s+/g, ' ')
      .trim(),
    y: row.y,
  }))
}

/**
 * The header's table row by row: words above the first section heading that stand at one height
 * make one row, from left to right, in whatever order the engine gave the cells.
 */
function headerRows(rows: readonly { words: Word[]; y: number }[]): readonly {
  words: Word[]
  y: number
}[] {
  const until = rows.findIndex((row) =>
    /^(?:HOW THE IMR|CLINICAL CASE)/.test(row.words.map((word) => word.text).join(' ')),
  )
  if (until < 2) return rows
  const heading = rows[until]?.y ?? 0
  const header = rows.slice(0, until).filter((row) => row.y < heading)
  if (header.length < until) return rows
  const table: { words: Word[]; y: number }[] = []
  for (const row of header.toSorted((first, second) => first.y - second.y)) {
    const last = table.at(-1)
    if (last && Math.abs(last.y - row.y) <= 4) last.words.push(...row.words)
    else table.push({ words: [...row.words], y: row.y })
  }
  for (const row of table) row.words.sort((first, second) => first.box.x - second.box.x)
  return [...table, ...rows.slice(until)]
}

function commonPitch(rows: readonly Row[]): number {
  const gaps: number[] = []
  for (let index = 1; index < rows.length; index += 1) {
    const gap = (rows[index]?.y ?? 0) - (rows[index - 1]?.y ?? 0)
    if (gap > 2) gaps.push(gap)
  }
  gaps.sort((first, second) => first - second)
  // The lower third: prose lines stand closest; headings and paragraphs are wider apart.
  return gaps[Math.floor(gaps.length / 3)] ?? 0
}

/** Lines without the feet and heads that only count pages. */
function withoutFeet(lines: readonly string[]): readonly string[] {
  let first = 0
  let last = lines.length - 1
  while (first <= last && (lines[first] ?? '').trim() === '') first += 1
  while (last >= first && (lines[last] ?? '').trim() === '') last -= 1
  return lines.filter((line, index) => {
    const text = line.trim()
    if (text === '' || text.length > 90) return true
    if (pageFootPattern.test(text) || letterFoot.test(text)) return false
    return !((index === first || index === last) && pageNumber.test(text))
  })
}

const letterFoot =
  /^(?:(?:Final Determination Letter for )?IMR Case Number:? ?CM\d{2}-\d{7},?|Final Determination Letter for.*CM\d{2}-\d{7}.*?|CM\d{2}-\d{7}) ?[|·-]? ?(?:page )?\d+(?: of \d+)?$|^page \d+(?: of \d+)?$/i
const pageNumber = /^(?:page )?[-–]? ?\d{1,3} ?[-–]?(?: (?:of|\/) \d{1,3})?$/i
