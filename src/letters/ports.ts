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

/**
 * Gives letters out in formats other than paper: DOCX for offices that edit, HTML for browsers and
 * screen readers. The words are those of the printed letter, from the same layout; files carry no
 * person in their properties, no script and nothing from elsewhere. The same letter gives the same
 * bytes.
 */
export type LetterExporter = {
  exportServedLetterDocx(letter: ServedLetter): Promise<Uint8Array>
  exportServedLetterHtml(letter: ServedLetter): string
  exportPublicLetterHtml(determination: Determination): string
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
