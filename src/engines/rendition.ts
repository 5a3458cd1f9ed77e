/**
 * A file of a record that has no pages of its own, as the blocks that are set on pages: what it
 * says, without scripts, styles or anything from elsewhere.
 */
export type Rendition = {
  readonly title: string
  readonly blocks: readonly RenditionBlock[]
  /** Pictures by the names under which blocks mention them: PNG or JPEG. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

export type RenditionBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Lines as they stand, in letters of one width. */
  | { readonly kind: 'lines'; readonly verbatim: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'facts'; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: 'picture'; readonly name: string }
  | { readonly kind: 'page-break' }

/** A file that lies within another one, by its bytes. */
export type Attachment = { readonly fileName: string; readonly bytes: Uint8Array }

/** Why a file cannot be shown: codes of `recordFileRefusals`. */
export class UnreadableFileError extends Error {
  readonly code: 'file-damaged' | 'file-too-large' | 'picture-too-large' | 'file-type-not-supported'
  constructor(code: UnreadableFileError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UnreadableFileError'
    this.code = code
  }
}

/** About a thousand pages of print. */
const charactersAtMost = 4_000_000
const blocksAtMost = 100_000

/** Refuses what would take more pages than a reader can be asked to set. */
export function checkSize(rendition: Rendition): Rendition {
  const characters = JSON.stringify(rendition.blocks).length
  if (characters > charactersAtMost || rendition.blocks.length > blocksAtMost) {
    throw new UnreadableFileError('file-too-large', 'the text of the file fills too many pages')
  }
  return rendition
}
