import { useEffect, useRef } from 'react'
import { documentFacts, type FoundDocument } from '~/record/file-documents.ts'
import type { ReceivedFile } from './case-context.ts'

/** The documents identified in a file, the open one marked; before they are, its first page. */
export function DocumentList({
  file,
  documents,
  page,
  onOpen,
}: {
  readonly file: ReceivedFile
  readonly documents: readonly FoundDocument[]
  /** The open page, when this file is open. */
  readonly page: number | null
  readonly onOpen: (page: number) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const open = documents.find(
    ({ pages }) => page !== null && page >= pages.first && page <= pages.last,
  )?.documentId
  useEffect(() => {
    const item = open === undefined ? null : list.current?.querySelector('[aria-current]')
    const box = list.current
    if (!(item instanceof HTMLElement) || !box) return
    const above = item.offsetTop - box.offsetTop
    if (above < box.scrollTop || above + item.offsetHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = above - box.clientHeight / 3
    }
  }, [open])
  if (documents.length === 0) {
    return (
      <button
        type="button"
        className="document"
        aria-current={page !== null || undefined}
        onClick={() => onOpen(page ?? 1)}
      >
        <span>{file.reading === 'read' ? 'Open the pages' : 'Open the file'}</span>
        <span className="under">No documents have been identified in it yet.</span>
      </button>
    )
  }
  return (
    <ul ref={list}>
      {documents.map((document) => (
        <li key={document.documentId}>
          <button
            type="button"
            className="document"
            aria-current={document.documentId === open || undefined}
            onClick={() => onOpen(document.pages.first)}
          >
            <span>{document.title}</span>
            <span className="under">{documentFacts(document)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
