import {
  blocksOfMarkup,
  clean,
  type MarkupNode,
  nameOf,
  parseMarkup,
  textOf,
} from './markup-blocks.ts'
import { decodeText } from './plain-text.ts'
import type { Rendition } from './rendition.ts'

/** A page of HTML: its text and the pictures within it; nothing is loaded or run. */
export function renderHtml(bytes: Uint8Array): Rendition {
  const text = decodeText(bytes)
  return renderMarkup(parseMarkup(text, 'html'), 'Page')
}

/** Parsed HTML as blocks. Pictures are those that stand in the document itself. */
export function renderMarkup(root: MarkupNode, title: string): Rendition {
  const pictures = new Map<string, Uint8Array>()
  const blocks = blocksOfMarkup(root, (element) => {
    const source = element.attribs?.['src'] ?? ''
    const data = /^data:image\/(png|jpe?g);base64,([\s\S]+)$/i.exec(source)
    if (!data?.[1] || !data[2] || pictures.size >= picturesAtMost) return null
    const name = `picture-${pictures.size + 1}.${data[1].toLowerCase() === 'png' ? 'png' : 'jpg'}`
    pictures.set(name, new Uint8Array(Buffer.from(data[2], 'base64')))
    return name
  })
  return { title: titleOf(root) || title, blocks, pictures }
}

const picturesAtMost = 500

function titleOf(root: MarkupNode, depth = 0): string {
  if (nameOf(root) === 'title') return clean(textOf(root)).slice(0, 200)
  if (depth > 3) return ''
  for (const child of root.children ?? []) {
    const title = titleOf(child, depth + 1)
    if (title !== '') return title
  }
  return ''
}
