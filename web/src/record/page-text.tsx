import { useEffect, useRef } from 'react'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import type { Span } from './page-view.tsx'

const sources = {
  layer: 'Text of the file itself.',
  ocr: 'Text recognized from a scan; compare it with the picture.',
  none: 'No text could be read on this page; look at the picture.',
} as const

/** The text of a page in reading order, with the passage marked. */
export function PageText({
  reading,
  span,
}: {
  readonly reading: AnswerOf<typeof operations.getPageText>
  readonly span: Span | null
}) {
  const mark = useRef<HTMLElement>(null)
  useEffect(() => {
    if (span) mark.current?.scrollIntoView({ block: 'center' })
  }, [span])
  const { text, source } = reading
  return (
    <>
      <p className="hint">{sources[source]}</p>
      <ScrollBox className="page-text" label="Text of the page">
        {span ? (
          <>
            {text.slice(0, span.start)}
            <mark ref={mark}>{text.slice(span.start, span.end)}</mark>
            {text.slice(span.end)}
          </>
        ) : (
          text
        )}
      </ScrollBox>
    </>
  )
}
