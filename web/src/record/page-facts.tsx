import { useRead } from '~/act.ts'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { PlaceLink } from '~/case/place-link.tsx'
import { operations } from '~/client.ts'
import { Tag } from '~/ui/tag.tsx'
import { documentFacts, type FoundDocument } from './file-documents.ts'
import type { PageMark } from './page-marks.ts'
import { sureFrom } from './text-pieces.ts'

/** Above a page: the document it belongs to, and what a reader must know of the page itself. */
export function PageFacts({
  file,
  page,
  document,
  mark,
}: {
  readonly file: ReceivedFile
  readonly page: number
  readonly document: Pick<FoundDocument, 'title' | 'date' | 'author' | 'pages'> | undefined
  readonly mark: PageMark | undefined
}) {
  const { caseId, files } = useCase()
  const { data } = useRead(
    operations.getPageText,
    { params: { caseId, documentId: file.documentId, page } },
    // The page itself asks for it, when it stays on the screen.
    { keep: true, enabled: false },
  )
  const copied = mark?.copyOf
    ? files.find(({ documentId }) => documentId === mark.copyOf?.fileId)
    : undefined
  return (
    <div className="page-facts">
      <p className="page-document">
        {document ? (
          <>
            <strong>{document.title}</strong> <span>{documentFacts(document)}</span>
          </>
        ) : (
          <strong>{file.fileName}</strong>
        )}
      </p>
      <p className="tags">
        {data?.source === 'none' ? <Tag tone="bad">No text could be read here</Tag> : null}
        {data?.source === 'ocr' ? <Scanned confidence={data.confidence} /> : null}
        {mark?.copyOf && copied ? (
          <>
            <Tag tone="plain">The same words as before</Tag>{' '}
            <PlaceLink place={{ sha256: copied.sha256, page: mark.copyOf.page }} />
          </>
        ) : null}
      </p>
    </div>
  )
}

function Scanned({ confidence }: { readonly confidence: number | undefined }) {
  if (confidence === undefined) return <Tag tone="brand">Read from a scan</Tag>
  return confidence < sureFrom ? (
    <Tag tone="warn">{`Scan hard to read, ${Math.round(confidence * 100)} % sure`}</Tag>
  ) : (
    <Tag tone="brand">{`Read from a scan, ${Math.round(confidence * 100)} % sure`}</Tag>
  )
}
