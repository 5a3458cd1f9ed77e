import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import {
  type LetterPrinter,
  layOutBody,
  layOutServedLetter,
  letterHeading,
  type Notice,
  pageFoot,
} from '#letters'
import { codePointsOf } from './font-coverage.ts'
import { makeTextSetter, type TextSetter } from './printable-text.ts'

export type PrinterOptions = {
  /** Name of the review organization in the public letter, which carries no letterhead. */
  readonly organizationName?: string
  /** More TrueType or OpenType fonts (Noto families, say) for scripts that ours do not have. */
  readonly moreFonts?: readonly { readonly family: string; readonly content: Buffer }[]
}

/** Typst could not set a document. Carries its messages' kind only: texts of a case stay out. */
export class PrintingError extends Error {
  override readonly name = 'PrintingError'
}

/**
 * The letter printer: Typst in this process, about 10 ms a letter. PDF/UA-1: tagged, titled,
 * language set, all fonts embedded, no author and no dates; the same letter gives the same bytes.
 * Data go in as JSON, so nothing in a letter can act as markup; files and network are out of reach
 * but for the templates beside this file.
 */
export function makeLetterPrinter(options: PrinterOptions = {}): LetterPrinter {
  const organizationName = options.organizationName ?? 'Independent Review Organization'
  const { blobs, setter } = loadFonts(options.moreFonts ?? [])
  const families = JSON.stringify((options.moreFonts ?? []).map((font) => font.family))
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: [...blobs] }],
  })

  const print = (template: string, title: string, foot: string, content: object): Uint8Array => {
    const letter = JSON.stringify({
      ...setTexts(content, setter),
      title: setter.plain(title),
      footer: setter.plain(foot),
    })
    try {
      // Straight to PDF: a compiled document in between would stay in memory until Node collects it.
      const document = { mainFilePath: join(templates, template), inputs: { letter, families } }
      return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' }))
    } catch (cause) {
      throw new PrintingError(`${template} cannot be set as PDF/UA-1`, { cause })
    } finally {
      // What one letter left in the cache is of no use to the next, and would stay for ever.
      compiler.evictCache(cacheGenerations)
    }
  }

  return {
    printServedLetter: async (letter) => {
      const foot = pageFoot(letter.determination.caseNumber)
      return print('served-letter.typ', foot, foot, layOutServedLetter(letter))
    },
    printPublicLetter: async (determination) => {
      const foot = pageFoot(determination.caseNumber)
      return print('public-letter.typ', foot, foot, {
        kicker: organizationName,
        heading: letterHeading,
        body: layOutBody(determination, organizationName),
      })
    },
    printNotice: async (notice) =>
      print('notice.typ', notice.title, notice.reference ?? notice.title, layOutNotice(notice)),
  }
}

const cacheGenerations = 1

const templates = fileURLToPath(new URL('../../src/engines/templates/', import.meta.url))

function loadFonts(more: NonNullable<PrinterOptions['moreFonts']>): {
  readonly blobs: readonly Buffer[]
  readonly setter: TextSetter
} {
  const uswds = join(folderOfPackage('@uswds/uswds'), 'dist/fonts')
  const pdfjs = join(folderOfPackage('pdfjs-dist'), 'standard_fonts')
  const text = ['Regular', 'Bold'].map((face) =>
    readFileSync(join(uswds, `public-sans/PublicSans-${face}.ttf`)),
  )
  const fallback = ['Regular', 'Bold'].map((face) =>
    readFileSync(join(pdfjs, `LiberationSans-${face}.ttf`)),
  )
  const display = readFileSync(join(uswds, 'merriweather/Latin-Merriweather-Bold.ttf'))
  const others = more.map((font) => font.content)
  const covered = new Set<number>([...inBoth(text), ...inBoth(fallback)])
  for (const font of others) for (const code of codePointsOf(font)) covered.add(code)
  return { blobs: [...text, ...fallback, display, ...others], setter: makeTextSetter(covered) }
}

/** Code points that both faces of a family have: bold text must not fail where regular does not. */
function inBoth([regular, bold]: readonly Buffer[]): ReadonlySet<number> {
  if (!regular || !bold) return new Set()
  const inBold = codePointsOf(bold)
  return new Set([...codePointsOf(regular)].filter((code) => inBold.has(code)))
}

/** Where npm put a package, also one that does not export its package.json. */
function folderOfPackage(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(folder))
  if (found === undefined) throw new PrintingError(`the fonts of ${name} are not installed`)
  return found
}

/** Every text of a layout made printable, its shape kept. */
function setTexts(layout: object, setter: TextSetter): object {
  const set = (part: unknown): unknown => {
    if (typeof part === 'string') return setter.runs(part)
    if (Array.isArray(part)) return part.map(set)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, set(member)]))
  }
  return Object.fromEntries(Object.entries(layout).map(([key, member]) => [key, set(member)]))
}

/** Columns of a notice's table get width by the length of what stands in them. */
function layOutNotice(notice: Notice): object {
  return {
    heading: notice.title,
    organization: notice.organization ?? null,
    date: notice.date,
    addressee: notice.addressee ?? [],
    blocks: notice.blocks.map((block) =>
      block.kind === 'table' ? { ...block, columns: columnWidths(block) } : block,
    ),
  }
}

function columnWidths(table: {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}): readonly number[] {
  return table.header.map((head, column) => {
    const cells = [head, ...table.rows.map((row) => row[column] ?? '')]
    const longest = Math.max(...cells.map((cell) => cell.length))
    return Math.min(4, Math.max(1, Math.sqrt(longest / 6)))
  })
}
