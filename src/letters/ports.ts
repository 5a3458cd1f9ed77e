import type { Determination } from '#determination'
import type { LetterOrganization, ServedLetter } from './served-letter.ts'

/**
 * Sets letters as tagged PDF (PDF/UA-1, fonts embedded, no personal metadata). The same letter
 * gives the same bytes.
 */
export type LetterPrinter = {
  printServedLetter(letter: ServedLetter): Promise<Uint8Array>
  printPublicLetter(determination: Determination): Promise<Uint8Array>
  /** Any other document of ours: title and blocks. */
  printNotice(notice: Notice): Promise<Uint8Array>
}

/** A plain document made of headings, paragraphs, lists and tables: notices and certificates. */
export type Notice = {
  readonly title: string
  readonly date: string
  /** Sets the letterhead; left out in certificates for the file. */
  readonly organization?: LetterOrganization
  /** Stands at the foot of each page before the page number; the title where it is left out. */
  readonly reference?: string
  readonly addressee?: readonly string[]
  readonly blocks: readonly NoticeBlock[]
}

export type NoticeBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
