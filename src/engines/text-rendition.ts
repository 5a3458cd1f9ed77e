import { decodeText } from './plain-text.ts'
import type { Rendition, RenditionBlock } from './rendition.ts'

/** A plain text as it stands; a form feed begins a new page. */
export function renderText(bytes: Uint8Array): Rendition {
  const text = decodeText(bytes).replaceAll(/\r\n?/g, '\n').replaceAll('\u001a', '')
  const blocks: RenditionBlock[] = []
  for (const [index, page] of text.split('\f').entries()) {
    if (index > 0) blocks.push({ kind: 'page-break' })
    const verbatim = page
      .split('\n')
      .map((line) => expandTabs(line.trimEnd()))
      .join('\n')
      .replaceAll(/^\n+|\n+$/g, '')
    if (verbatim !== '') blocks.push({ kind: 'lines', verbatim })
  }
  return { title: 'Text', blocks, pictures: new Map() }
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line
  let out = ''
  for (const part of line.split('\t')) {
    if (out !== '') out = out.padEnd(8 * (Math.floor(out.length / 8) + 1))
    out += part
  }
  return out
}
