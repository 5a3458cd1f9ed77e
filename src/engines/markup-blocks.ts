import { DomHandler, Parser } from 'htmlparser2'
import { type RenditionBlock, UnreadableFileError } from './rendition.ts'

/** What we use of a parsed element or text. */
export type MarkupNode = {
  readonly type: string
  readonly name?: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly MarkupNode[]
}

/** Elements within elements: more than any program writes, few enough to walk through. */
const deepest = 2_000

/**
 * Parses HTML or XML. Entities that a document defines are not expanded: only the ones that the
 * language itself has are known. Comments and instructions are left out.
 *
 * @throws UnreadableFileError where elements lie too deep in one another
 */
export function parseMarkup(text: string, language: 'html' | 'xml'): MarkupNode {
  const tree = new DomHandler()
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > deepest) {
          throw new UnreadableFileError('file-damaged', 'elements lie too deep in one another')
        }
        tree.onopentag(name, attributes)
      },
      onclosetag() {
        depth -= 1
        tree.onclosetag()
      },
      ontext: (data) => tree.ontext(data),
      oncdatastart: () => tree.oncdatastart(),
      oncdataend: () => tree.oncdataend(),
      onend: () => tree.onend(),
    },
    { xmlMode: language === 'xml', decodeEntities: true },
  )
  parser.end(text)
  return tree.root as unknown as MarkupNode
}

export const nameOf = (node: MarkupNode): string => {
  const name = node.name?.toLowerCase() ?? ''
  return name.slice(name.indexOf(':') + 1)
}

const notShown = new Set(
  'script style head meta link template noscript iframe object embed svg canvas audio video form-data'.split(
    ' ',
  ),
)
/** Elements of HTML and of the narrative of a CDA that stand for themselves. */
const standing = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr html main nav p paragraph pre section summary text table thead tbody tfoot tr td th ul ol list li item h1 h2 h3 h4 h5 h6 title caption'.split(
    ' ',
  ),
)

/** Takes a picture that an element names and answers the name of its block, or null. */
export type PictureOf = (element: MarkupNode) => string | null

/** The blocks of a document of markup, in order. What is not of the document is never asked for. */
export function blocksOfMarkup(
  root: MarkupNode,
  pictureOf: PictureOf = () => null,
): RenditionBlock[] {
  const blocks: RenditionBlock[] = []
  let line = ''
  const end = (): void => {
    const text = clean(line)
    line = ''
    if (text !== '') blocks.push({ kind: 'paragraph', text })
  }
  const walk = (node: MarkupNode, depth: number): void => {
    if (node.type === 'text' || node.type === 'cdata') {
      line += node.data ?? ''
      for (const child of node.children ?? []) walk(child, depth + 1)
      return
    }
    const name = nameOf(node)
    if (notShown.has(name) || depth > deepest) return
    const children = node.children ?? []
    if (name === 'br') return end()
    if (name === 'img' || name === 'rendermultimedia') {
      const picture = pictureOf(node)
      end()
      if (picture !== null) blocks.push({ kind: 'picture', name: picture })
      else if (node.attribs?.['alt']) line = node.attribs['alt']
      return end()
    }
    if (name === 'input' || name === 'textarea' || name === 'option') {
      line += ` ${node.attribs?.['value'] ?? ''} `
    }
    if (!standing.has(name)) {
      for (const child of children) walk(child, depth + 1)
      return
    }
    end()
    const level = /^h([1-6])$/.exec(name)?.[1]
    if (level !== undefined || name === 'caption' || name === 'title') {
      const text = clean(textOf(node))
      if (text !== '') blocks.push({ kind: 'heading', level: level ? Number(level) : 3, text })
      return
    }
    if (name === 'pre') {
      const verbatim = textOf(node).replaceAll(/^\n+|\s+$/g, '')
      if (verbatim !== '') blocks.push({ kind: 'lines', verbatim })
      return
    }
    if ((name === 'ul' || name === 'ol' || name === 'list') && isPlainList(node)) {
      const items = children
        .filter((child) => nameOf(child) === 'li' || nameOf(child) === 'item')
        .map((item) => clean(textOf(item)))
        .filter((item) => item !== '')
      const ordered = name === 'ol' || node.attribs?.['listType'] === 'ordered'
      if (items.length > 0) blocks.push({ kind: 'list', ordered, items })
      return
    }
    const table = name === 'table' ? tableOf(node) : null
    if (table) {
      const caption = children.find((child) => nameOf(child) === 'caption')
      if (caption) walk(caption, depth + 1)
      blocks.push(table)
      return
    }
    for (const child of children) walk(child, depth + 1)
    end()
  }
  walk(root, 0)
  end()
  return blocks
}

export function clean(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/g, ' ').trim()
}

/** All text of an element; breaks and cells are blanks. */
export function textOf(node: MarkupNode, depth = 0): string {
  if (node.type === 'text') return node.data ?? ''
  const name = nameOf(node)
  if (notShown.has(name) || depth > deepest) return ''
  if (name === 'br') return '\n'
  const inner = (node.children ?? []).map((child) => textOf(child, depth + 1)).join('')
  return standing.has(name) ? `${inner}\n` : inner
}

function isPlainList(list: MarkupNode): boolean {
  return !(list.children ?? []).some((item) =>
    hasWithin(item, new Set(['table', 'ul', 'ol', 'list', 'img', 'pre'])),
  )
}

function hasWithin(node: MarkupNode, names: ReadonlySet<string>, depth = 0): boolean {
  if (depth > deepest) return true
  return (node.children ?? []).some(
    (child) => names.has(nameOf(child)) || hasWithin(child, names, depth + 1),
  )
}

const longestCell = 1_200

/** A table of data; null for one that only lays out a page, whose cells follow one another. */
function tableOf(table: MarkupNode): RenditionBlock | null {
  if (hasWithin(table, new Set(['table', 'img', 'pre', 'h1', 'h2', 'h3']))) return null
  const rows: { readonly cells: string[]; readonly head: boolean }[] = []
  const collect = (node: MarkupNode, head: boolean): void => {
    for (const child of node.children ?? []) {
      const name = nameOf(child)
      if (name === 'tr') {
        const cells = (child.children ?? []).filter((cell) => /^t[dh]$/.test(nameOf(cell)))
        if (cells.length === 0) continue
        rows.push({
          cells: cells.flatMap((cell) => {
            const span = Math.min(20, Number(cell.attribs?.['colspan'] ?? 1) || 1)
            return [clean(textOf(cell)), ...Array<string>(Math.max(0, span - 1)).fill('')]
          }),
          head: head || cells.every((cell) => nameOf(cell) === 'th'),
        })
      } else if (/^t(?:head|body|foot)$/.test(name)) collect(child, name === 'thead')
    }
  }
  collect(table, false)
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length))
  if (columns < 2 || columns > 24) return null
  if (rows.some(({ cells }) => cells.some((cell) => cell.length > longestCell))) return null
  const padded = rows.map(({ cells, head }) => ({
    cells: [...cells, ...Array<string>(columns - cells.length).fill('')],
    head,
  }))
  const [first, ...rest] = padded
  const header = first?.head ? first.cells : []
  return {
    kind: 'table',
    header,
    rows: (header.length > 0 ? rest : padded).map(({ cells }) => cells),
  }
}
