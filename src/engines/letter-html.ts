import { createHash } from 'node:crypto'
import type { LetterBlock } from '#letters'
import { escapeMarkup } from './markup-text.ts'

/**
 * Blocks of a letter as one HTML page: landmarks, one first heading, tables with header cells, the
 * language of each part; looks and print rules inside. No script, nothing loaded, which its own
 * content security policy holds it to.
 */
export function writeHtml(letter: {
  readonly title: string
  readonly blocks: readonly LetterBlock[]
}): string {
  const head = letter.blocks.filter((block) => block.kind === 'letterhead')
  const body = letter.blocks.filter((block) => block.kind !== 'letterhead')
  return [
    '<!doctype html>',
    '<html lang="en-US">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${letterStyleSource}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(letter.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...(head.length === 0 ? [] : ['<header>', ...head.map(writeBlock), '</header>']),
    '<main>',
    ...body.map(writeBlock),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function writeBlock(block: LetterBlock): string {
  switch (block.kind) {
    case 'letterhead':
      return [
        `<p class="name">${escapeMarkup(block.name)}</p>`,
        ...(block.lines.length === 0 ? [] : [`<p class="from">${writeLines(block.lines)}</p>`]),
      ].join('\n')
    case 'title':
      return `<h1>${escapeMarkup(block.text)}</h1>`
    case 'heading': {
      const tag = `h${block.level + 1}`
      const place = block.onNewPage ? ' class="new-page"' : ''
      return `<${tag}${place}>${escapeMarkup(block.text)}</${tag}>`
    }
    case 'paragraph':
      return `<p>${writeLabel(block.label, block.text === '' ? '' : ' ')}${escapeMarkup(block.text)}</p>`
    case 'lines':
      return `<p class="lines">${writeLabel(block.label, '<br>\n')}${writeLines(block.lines)}</p>`
    case 'facts':
      return writeFacts(block)
    case 'table':
      return writeTable(block)
    case 'panel': {
      const language = block.language === 'en' ? '' : ` lang="${block.language}"`
      return [`<div class="panel"${language}>`, ...block.blocks.map(writeBlock), '</div>'].join(
        '\n',
      )
    }
    case 'signature-line':
      return `<p class="sign">${escapeMarkup(block.text)}</p>`
  }
}

function writeLabel(label: string | undefined, after: string): string {
  return label === undefined ? '' : `<strong>${escapeMarkup(label)}</strong>${after}`
}

function writeLines(lines: readonly string[]): string {
  return lines.map(escapeMarkup).join('<br>\n')
}

/** Two pairs a row; an odd one stands first and alone, as the case number does. */
function writeFacts(facts: Extract<LetterBlock, { kind: 'facts' }>): string {
  const cells = facts.pairs.map(([label, value], index) => {
    const wide = index === 0 && facts.pairs.length % 2 === 1 ? ' colspan="3"' : ''
    return `<th scope="row">${escapeMarkup(label)}</th><td${wide}>${escapeMarkup(value)}</td>`
  })
  const rows: string[] = []
  const alone = cells.length % 2
  if (alone === 1) rows.push(cells[0] ?? '')
  for (let at = alone; at < cells.length; at += 2) rows.push(cells.slice(at, at + 2).join(''))
  return [
    `<table class="facts" aria-label="${escapeMarkup(facts.of)}"><tbody>`,
    ...rows.map((row) => `<tr>${row}</tr>`),
    '</tbody></table>',
  ].join('\n')
}

function writeTable(table: Extract<LetterBlock, { kind: 'table' }>): string {
  const cell = (text: string, column: number): string => {
    const words = escapeMarkup(text)
    return `<td>${column === table.strongColumn ? `<strong>${words}</strong>` : words}</td>`
  }
  return [
    `<table aria-label="${escapeMarkup(table.of)}">`,
    `<thead><tr>${table.header.map((head) => `<th scope="col">${escapeMarkup(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...table.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`),
    '</tbody></table>',
  ].join('\n')
}

const style = `
:root{--ink:#1b1b1b;--deep:#162e51;--quiet:#565c65;--hair:#a9aeb1;--wash:#f0f3f7}
body{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem;color:var(--ink);background:#fff;
font:1rem/1.55 "Public Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;
overflow-wrap:break-word}
header{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;align-items:end;
padding-bottom:.5rem;margin-bottom:1.5rem;border-bottom:2px solid var(--deep)}
header p{margin:0}
.name{font:700 1.35rem/1.3 Merriweather,Georgia,serif;color:var(--deep)}
.from{font-size:.85rem;line-height:1.4;color:var(--quiet);text-align:right}
h1{font:700 1.6rem/1.3 Merriweather,Georgia,serif;color:var(--deep);margin:1.5rem 0 1rem}
h2{font-size:1.05rem;line-height:1.4;color:var(--deep);letter-spacing:.02em;margin:2.2rem 0 .7rem}
h3{font-size:1.05rem;line-height:1.4;margin:1.8rem 0 .6rem}
p{margin:0 0 1rem}
table{width:100%;border-collapse:collapse;margin:1rem 0 1.5rem;font-size:.9rem;line-height:1.4}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--hair)}
thead th{background:var(--wash);color:var(--deep);border-top:2px solid var(--deep)}
.facts th{background:var(--wash);font-weight:600}
.panel{background:var(--wash);border-left:4px solid var(--deep);padding:1rem 1.25rem .25rem;
margin:1.5rem 0;break-inside:avoid}
.panel h2{margin-top:0}
.lines{line-height:1.45}
.sign{margin-top:3.5rem;width:60%;padding-top:.3rem;border-top:1px solid var(--quiet);
font-size:.85rem;color:var(--quiet)}
@media print{
@page{size:letter;margin:.9in 1in 1in}
body{max-width:none;padding:0;font-size:10pt}
h1{font-size:15pt}h2,h3{font-size:10.5pt;break-after:avoid}
table{font-size:9pt}tr,.lines,.sign{break-inside:avoid}thead{display:table-header-group}
thead th,.facts th,.panel{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.new-page{break-before:page}
p{orphans:2;widows:2}
}
`

/** What a content security policy must allow as `style-src` for our HTML letters to look right. */
export const letterStyleSource: string = `'sha256-${createHash('sha256').update(style).digest('base64')}'`
