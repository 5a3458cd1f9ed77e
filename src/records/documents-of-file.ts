import type { CorrectedDocument } from '#case'
import { atAStretch, type InTurns } from '#foundation'
import { type DocumentKind, documentIdOf, isDocumentKind, type RecordDocument } from './document.ts'
import { formOf } from './document-lexicon.ts'
import { identifyInTurns } from './identify-documents.ts'
import type { FileReading } from './page.ts'

/** A received file: with the reading of its pages, or that it could not be read. */
export type FileOfRecord = {
  readonly fileId: string
  readonly fileName: string
  readonly sha256: string
  /** Null where the file could not be read. */
  readonly reading: FileReading | null
  /** As the file claims them where it could not be read; null where nobody knows. */
  readonly pages: number | null
}

/**
 * The documents of a file: what a person said they are, else what the pages propose. A file that
 * could not be read is one document that says so: it came, and somebody has to look at it.
 * Everything that speaks of the documents of a case goes by this.
 */
export function documentsOfFile(
  file: FileOfRecord,
  corrected: readonly CorrectedDocument[] | null,
): readonly RecordDocument[] {
  return atAStretch(documentsInTurns(file, corrected))
}

/** `documentsOfFile`, page by page. */
export function* documentsInTurns(
  file: FileOfRecord,
  corrected: readonly CorrectedDocument[] | null,
): InTurns<readonly RecordDocument[]> {
  if (corrected) return corrected.map((document) => asDocument(file, document))
  if (file.reading) return yield* identifyInTurns(file.reading, file)
  return [
    {
      documentId: documentIdOf(file.fileId, 1),
      fileId: file.fileId,
      sha256: file.sha256,
      kind: 'unidentified',
      title: 'File that could not be read',
      pages: { first: 1, last: file.pages ?? 1 },
    },
  ]
}

function asDocument(file: FileOfRecord, document: CorrectedDocument): RecordDocument {
  const { title, author, specialty, dateOfService, dateOfReport, pages } = document
  const kind: DocumentKind = isDocumentKind(document.kind) ? document.kind : 'unidentified'
  const date = document.date ?? dateOfService ?? dateOfReport
  const form = formOf(kind, title, [])
  return {
    documentId: documentIdOf(file.fileId, pages.first),
    fileId: file.fileId,
    sha256: file.sha256,
    kind,
    ...(form ? { form } : {}),
    title,
    ...(author === undefined ? {} : { author }),
    ...(specialty === undefined ? {} : { specialty }),
    ...(date === undefined ? {} : { date }),
    ...(dateOfService === undefined ? {} : { dateOfService }),
    ...(dateOfReport === undefined ? {} : { dateOfReport }),
    pages,
    corrected: true,
  }
}
