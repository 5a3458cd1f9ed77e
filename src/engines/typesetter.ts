import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { codePointsOf } from './font-coverage.ts'
import { makeTextSetter, type TextSetter } from './printable-text.ts'

/** A document to be set: a template, its texts, and what stands in title and foot. */
export type TypesettingJob = {
  readonly template: string
  readonly title: string
  readonly foot: string
  readonly content: object
  /** Pictures that the content names, by file name. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** PDF/UA-1 unless said: what others wrote cannot promise its rules. */
  readonly standard?: 'none'
}

/** A TrueType or OpenType font besides ours. */
export type MoreFont = { readonly family: string; readonly content: Uint8Array }

/** Typst could not set a document. Carries its messages' kind only: texts of a case stay out. */
export class PrintingError extends Error {
  override readonly name = 'PrintingError'
}

/**
 * Typst in this process: sets a document as PDF/UA-1. Data go in as JSON, so nothing in a letter can
 * act as markup; files and network are out of reach but for the templates beside this file. About
 * 90 kB of each document stay in memory for good, whatever is evicted.
 *
 * @throws PrintingError where fonts are missing or a document cannot be set
 */
export function makeTypesetter(
  moreFonts: readonly MoreFont[],
): (job: TypesettingJob) => Uint8Array {
  const { blobs, setter } = loadFonts(moreFonts)
  const families = JSON.stringify(moreFonts.map((font) => font.family))
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: [...blobs] }],
  })
  return ({ template, title, foot, content, pictures, standard }) => {
    const letter = JSON.stringify({
      ...setTexts(content, setter),
      title: setter.plain(title),
      footer: setter.plain(foot),
    })
    for (const [name, bytes] of pictures ?? []) {
      compiler.mapShadow(join(templates, name), Buffer.from(bytes))
    }
    try {
      // Straight to PDF: a compiled document in between would stay in memory until Node collects it.
      const document = { mainFilePath: join(templates, template), inputs: { letter, families } }
      return new Uint8Array(compiler.pdf(document, standard ? {} : { pdfStandard: 'ua-1' }))
    } catch (cause) {
      throw new PrintingError(`${template} cannot be set as ${standard ? 'PDF' : 'PDF/UA-1'}`, {
        cause,
      })
    } finally {
      if (pictures) compiler.resetShadow()
      compiler.evictCache(cacheGenerations)
    }
  }
}

/** What the last letters had in common is kept: setting the next is a fifth faster. */
const cacheGenerations = 3

const templates = fileURLToPath(new URL('../../src/engines/templates/', import.meta.url))

function loadFonts(more: readonly MoreFont[]): {
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
  const others = more.map((font) => Buffer.from(font.content))
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
export function folderOfPackage(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(folder))
  if (found === undefined) throw new PrintingError(`the fonts of ${name} are not installed`)
  return found
}

/** Texts that are set as they stand, in one piece. */
const verbatim = new Set(['verbatim', 'file'])

/** Every text of a layout made printable, its shape kept. */
function setTexts(layout: object, setter: TextSetter): object {
  const set = (part: unknown): unknown => {
    if (typeof part === 'string') return setter.runs(part)
    if (Array.isArray(part)) return part.map(set)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(
      Object.entries(part).map(([key, member]) => [
        key,
        verbatim.has(key) && typeof member === 'string' ? setLines(member, setter) : set(member),
      ]),
    )
  }
  return Object.fromEntries(Object.entries(layout).map(([key, member]) => [key, set(member)]))
}

function setLines(text: string, setter: TextSetter): string {
  return text
    .split('\n')
    .map((line) => setter.plain(line))
    .join('\n')
}
