import { Link } from '@tanstack/react-router'
import { useCase } from './case-context.ts'

type Place = {
  readonly sha256: string
  readonly page: number
  readonly start?: number
  readonly end?: number
  readonly span?: { readonly start: number; readonly end: number }
}

/** A link to a passage of the record, which is marked when the page opens. */
export function PlaceLink({ place }: { readonly place: Place }) {
  const { caseId, files } = useCase()
  const file = files.find(({ sha256 }) => sha256 === place.sha256)
  const start = place.start ?? place.span?.start
  const end = place.end ?? place.span?.end
  if (!file) return <span>page {place.page}</span>
  return (
    <Link
      to="/cases/$caseId/documents"
      params={{ caseId }}
      search={{
        file: file.documentId,
        page: place.page,
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      }}
      className="place"
    >
      {shortName(file.fileName)}, page {place.page}
    </Link>
  )
}

function shortName(fileName: string): string {
  return fileName.replace(/\.pdf$/i, '')
}
