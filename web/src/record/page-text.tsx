import { useEffect, useMemo, useRef } from 'react'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import type { MarkedSpan } from './page-picture.tsx'
import { cutText } from './text-pieces.ts'

const sources = {
  layer: 'Text of the file itself.',
  ocr: 'Text recognized from a scan; compare it with the picture.',
  none: 'No text could be read on this page; look at the picture.',
} as const

/** The text of a page in reading order, with passages marked and doubtful words underlined. */
export function PageText({
  reading,
  marked,
}: {
  readonly reading: AnswerOf<typeof operations.getPageText>
  readonly marked: readonly MarkedSpan[]
}) {
  const first = useRef<HTMLElement>(null)
  const led = marked.find(({ isCurrent }) => isCurrent)?.start ?? null
  useEffect(() => {
    if (led !== null) first.current?.scrollIntoView({ block: 'center' })
  }, [led])
  const pieces = useMemo(
    () => cutText(reading.text, marked, reading.words),
    [reading.text, reading.words, marked],
  )
  const doubtful = pieces.filter((piece) => piece.doubtful !== null).length
  const { source, setAside } = reading
  return (
    <>
      <p className="hint">
        {sources[source]}
        {doubtful > 0
          ? ` ${doubtful} ${doubtful === 1 ? 'word is' : 'words are'} doubtful and underlined with dots.`
          : ''}
      </p>
      <ScrollBox className="page-text" label="Text of the page">
        {pieces.map(({ start, text, mark, doubtful: confidence }) => {
          const words =
            confidence === null ? (
              text
            ) : (
              <span
                className="doubtful"
                title={`Doubtful: the reading is ${Math.round(confidence * 100)} % sure`}
              >
                {text}
              </span>
            )
          return mark === null ? (
            <span key={start}>{words}</span>
          ) : (
            <mark
              key={start}
              ref={mark === 'current' && start === led ? first : null}
              className={mark === 'current' ? 'is-current' : undefined}
            >
              {words}
            </mark>
          )
        })}
      </ScrollBox>
      {setAside ? (
        <details className="set-aside">
          <summary>The other reading of this page</summary>
          <p className="hint">{setAside.because}</p>
          <p className="page-text">{setAside.text}</p>
        </details>
      ) : null}
    </>
  )
}
