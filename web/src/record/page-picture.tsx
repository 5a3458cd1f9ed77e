import { useEffect, useRef, useState } from 'react'
import { type AnswerOf, addressOf } from '#api'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import type { Span } from './page-view.tsx'

/** The picture of a page with the passage marked on it. */
export function PagePicture({
  file,
  page,
  reading,
  span,
}: {
  readonly file: ReceivedFile
  readonly page: number
  readonly reading: AnswerOf<typeof operations.getPageText> | null
  readonly span: Span | null
}) {
  const { caseId } = useCase()
  const [failed, setFailed] = useState(false)
  const first = useRef<SVGRectElement>(null)
  const address = addressOf(operations.getPageImage, {
    params: { caseId, documentId: file.documentId, page },
    query: { width: 1400 },
  })
  const marked =
    span && reading
      ? reading.words.filter((word) => word.span.start < span.end && word.span.end > span.start)
      : []
  const hasMark = marked.length > 0
  useEffect(() => {
    if (hasMark) first.current?.scrollIntoView({ block: 'center' })
  }, [hasMark])
  if (failed) {
    return (
      <p className="refused" role="alert">
        The picture of this page could not be loaded. Its text can be read instead.
      </p>
    )
  }
  return (
    <ScrollBox className="picture" label={`Picture of page ${page}`}>
      <div className="picture-sheet">
        <img
          src={address}
          alt={`Page ${page} of ${file.fileName}. Choose "Text" to read it as text.`}
          width={reading?.width}
          height={reading?.height}
          onError={() => setFailed(true)}
        />
        {reading && hasMark ? (
          <svg
            viewBox={`0 0 ${reading.width} ${reading.height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {marked.map(({ box, span: place }, index) => (
              <rect
                key={place.start}
                ref={index === 0 ? first : null}
                x={box.x - 1.5}
                y={box.y - 1.5}
                width={box.width + 3}
                height={box.height + 3}
                rx={1.5}
              />
            ))}
          </svg>
        ) : null}
      </div>
    </ScrollBox>
  )
}
