import { dayInWords } from '~/ui/days.ts'
import { type ReceivedFile, useCase } from './case-context.ts'

/** The documents identified in a file; before they are, its pages. */
export function DocumentList({
  file,
  page,
  onOpen,
}: {
  readonly file: ReceivedFile
  /** The open page, when this file is open. */
  readonly page: number | null
  readonly onOpen: (page: number) => void
}) {
  const { listedDocuments } = useCase()
  const documents = listedDocuments.filter(({ documentId }) =>
    documentId.startsWith(`${file.documentId}-`),
  )
  if (documents.length === 0) {
    return (
      <button type="button" className="document" onClick={() => onOpen(1)}>
        <span>Open the first page</span>
        <span className="under">Documents are listed when the records are complete.</span>
      </button>
    )
  }
  return (
    <ul>
      {documents.map((document) => {
        const { first, last } = document.pages
        const isOpen = page !== null && page >= first && page <= last
        return (
          <li key={document.documentId}>
            <button
              type="button"
              className="document"
              aria-current={isOpen || undefined}
              onClick={() => onOpen(first)}
            >
              <span>{document.title}</span>
              <span className="under">
                {[
                  document.date ? dayInWords(document.date) : 'no date',
                  document.author ?? 'no author',
                  first === last ? `page ${first}` : `pages ${first}–${last}`,
                ].join(' · ')}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
