import { type RefObject, useEffect, useRef, useState } from 'react'
import type { AnswerOf } from '#api'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import type { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { ScrollBox } from '~/ui/scroll-box.tsx'
import { Loading } from '~/ui/states.tsx'
import {
  aheadWidth,
  sharpWidth,
  stripWidth,
  usePicture,
  usePrefetchPictures,
} from './page-pictures.ts'
import type { Span } from './page-view.tsx'
import { linesOf } from './passage-lines.ts'
import { TextLayer, useSelectedPassage } from './text-layer.tsx'
import type { Turn } from './turned-pages.ts'
import { percentOf, type Size, scaleOf, type Zoom } from './zoom.ts'

type Reading = AnswerOf<typeof operations.getPageText>

/** A passage to mark; the current one is where the reader was led. */
export type MarkedSpan = Span & { readonly isCurrent: boolean }

/** Points of a letter sheet, until the page says its own size. */
const letterSheet: Size = { width: 612, height: 792 }

/** The picture of a page, its words over it to be selected, and the passages marked on it. */
export function PagePicture({
  file,
  page,
  settled,
  reading,
  marked,
  turn,
  zoom,
  onPercent,
  onSelect,
}: {
  readonly file: ReceivedFile
  readonly page: number
  /** The page stays on the screen; it is not only passed by. */
  readonly settled: boolean
  readonly reading: Reading | null
  readonly marked: readonly MarkedSpan[]
  readonly turn: Turn
  readonly zoom: Zoom
  readonly onPercent: (percent: number) => void
  readonly onSelect: ((span: Span) => void) | undefined
}) {
  const { caseId } = useCase()
  const box = useRef<HTMLElement>(null)
  const place = useSizeOf(box)
  const sheet = reading ?? letterSheet
  const lies = turn === 90 || turn === 270
  const shown = lies ? { width: sheet.height, height: sheet.width } : sheet
  const scale = scaleOf(zoom, shown, place)
  const percent = percentOf(scale)
  useEffect(() => onPercent(percent), [percent, onPercent])

  const width = sharpWidth(sheet.width * scale * Math.min(2, window.devicePixelRatio || 1))
  const of = { caseId, documentId: file.documentId }
  const measured = place.width > 0
  const picture = usePicture({ ...of, page, width }, measured && settled)
  // Until it is there, what was fetched ahead stands in.
  const ahead = usePicture({ ...of, page, width: aheadWidth }, false)
  const small = usePicture({ ...of, page, width: stripWidth }, false)
  const neighbours = [page + 1, page - 1, page + 2].filter(
    (number) => number >= 1 && number <= (file.pages ?? 0),
  )
  usePrefetchPictures(
    neighbours.map((number) => ({ ...of, page: number, width: aheadWidth })),
    picture.address !== null,
  )
  useSelectedPassage(box, reading?.text, onSelect)
  const address = picture.address ?? ahead.address ?? small.address
  const boxes = reading ? boxesOf(reading, marked) : []
  const first = useRef<SVGRectElement>(null)
  const led = boxes.find(({ isCurrent }) => isCurrent)?.key ?? null
  useEffect(() => {
    if (led === null) box.current?.scrollTo({ top: 0, left: 0 })
    else first.current?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [led, page])

  return (
    <ScrollBox className="picture" label={`Picture of page ${page}`} box={box}>
      {picture.failed ? (
        <div className="refused" role="alert">
          <p className="refused-title">The picture of this page could not be loaded.</p>
          <p>Its text can be read instead: press t or choose “Text”.</p>
          <Button onPress={picture.again}>Try again</Button>
        </div>
      ) : null}
      {address === null && !picture.failed ? <Loading what={`page ${page}`} /> : null}
      {measured ? (
        <svg
          className="picture-sheet"
          width={Math.floor(shown.width * scale)}
          height={Math.floor(shown.height * scale)}
          viewBox={`0 0 ${shown.width} ${shown.height}`}
          aria-hidden="true"
        >
          <g transform={turnOf(turn, sheet)}>
            <rect className="picture-ground" width={sheet.width} height={sheet.height} />
            {address === null ? null : (
              <image
                href={address}
                width={sheet.width}
                height={sheet.height}
                preserveAspectRatio="none"
              />
            )}
            {boxes.map(({ key, isCurrent, isFirst, ...place }) => (
              <rect
                key={key}
                ref={isFirst ? first : null}
                className={isCurrent ? 'picture-mark is-current' : 'picture-mark'}
                {...place}
                rx={1.5}
              />
            ))}
            {reading ? <TextLayer words={reading.words} /> : null}
          </g>
        </svg>
      ) : null}
      {reading ? (
        <div className="visually-hidden">
          <h3>Text of page {page}</h3>
          <p>{reading.text === '' ? 'No text could be read on this page.' : reading.text}</p>
        </div>
      ) : null}
    </ScrollBox>
  )
}

/** The boxes of the marked passages, a little larger than their lines. */
function boxesOf({ words }: Reading, marked: readonly MarkedSpan[]) {
  return marked.flatMap((passage) =>
    linesOf(words.filter(({ span }) => span.start < passage.end && span.end > passage.start)).map(
      (line, index) => ({
        key: `${passage.start} ${index}`,
        isCurrent: passage.isCurrent,
        isFirst: passage.isCurrent && index === 0,
        x: line.x - 1.5,
        y: line.y - 1.5,
        width: line.width + 3,
        height: line.height + 3,
      }),
    ),
  )
}

function turnOf(turn: Turn, { width, height }: Size): string | undefined {
  switch (turn) {
    case 0:
      return undefined
    case 90:
      return `translate(${height} 0) rotate(90)`
    case 180:
      return `translate(${width} ${height}) rotate(180)`
    case 270:
      return `translate(0 ${width}) rotate(270)`
  }
}

/** The room inside the box, without its scroll bars; nothing before it is on the screen. */
function useSizeOf(box: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = (): void =>
      setSize((before) => {
        const now = { width: element.clientWidth, height: element.clientHeight }
        return before.width === now.width && before.height === now.height ? before : now
      })
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [box])
  return size
}
