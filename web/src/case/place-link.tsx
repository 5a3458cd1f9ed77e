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
      title={file.fileName}
    >
      {shortName(file.fileName)}, page {place.page}
    </Link>
  )
}

/** The name without its ending; of a long one its beginning and end, which tell files apart. */
function shortName(fileName: string): string {
  const name = fileName.replace(/\.\w{1,5}$/i, '')
  return name.length <= 40 ? name : `${name.slice(0, 22).trimEnd()}…${name.slice(-15).trimStart()}`
}
