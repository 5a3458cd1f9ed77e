import type { ListedDocument } from '#case'
import type { RecordDocument } from './document.ts'

/**
 * The letter's list of documents reviewed: every identified document but blank sheets, in the
 * order of the files. Pages that could not be read are listed as such, never left out.
 * Authority: 8 CCR 9792.10.6(d).
 */
export function listDocuments(documents: readonly RecordDocument[]): readonly ListedDocument[] {
  return documents
    .filter(({ kind }) => kind !== 'blank')
    .map(({ documentId, title, kind, author, date, pages }) => ({
      documentId,
      title,
      kind,
      ...(author === undefined ? {} : { author }),
      ...(date === undefined ? {} : { date }),
      pages,
    }))
}
