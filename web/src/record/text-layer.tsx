import { memo, type RefObject, useEffect } from 'react'
import type { AnswerOf } from '#api'
import type { operations } from '~/client.ts'
import type { Span } from './page-view.tsx'

type Reading = AnswerOf<typeof operations.getPageText>

/** The words of a page over its picture, to be selected and copied; they are not seen. */
export const TextLayer = memo(function TextLayer({ words }: { readonly words: Reading['words'] }) {
  return (
    <g className="picture-words">
      {words.map(({ text, span, box }) => (
        <text
          key={span.start}
          x={box.x}
          y={box.y + box.height * 0.82}
          fontSize={box.height}
          textLength={Math.max(0.5, box.width)}
          lengthAdjust="spacingAndGlyphs"
          data-start={span.start}
        >
          {text}
        </text>
      ))}
    </g>
  )
})

/** Tells which passage is selected in the layer; what is copied are the words of the page's text. */
export function useSelectedPassage(
  box: RefObject<HTMLElement | null>,
  text: string | undefined,
  onSelect: ((span: Span) => void) | undefined,
): void {
  useEffect(() => {
    const layer = box.current
    if (!layer || text === undefined) return
    const copy = (event: ClipboardEvent): void => {
      const span = selectedIn(layer)
      if (!span || !event.clipboardData) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', text.slice(span.start, span.end))
    }
    const select = (): void => {
      const span = selectedIn(layer)
      if (span && span.end > span.start) onSelect?.(span)
    }
    document.addEventListener('copy', copy)
    layer.addEventListener('pointerup', select)
    return () => {
      document.removeEventListener('copy', copy)
      layer.removeEventListener('pointerup', select)
    }
  }, [box, text, onSelect])
}

function selectedIn(layer: HTMLElement): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = placeOf(range.startContainer, range.startOffset, layer)
  const end = placeOf(range.endContainer, range.endOffset, layer)
  return start === null || end === null ? null : { start, end }
}

/** The character of the page's text at a place of the layer; null for a place elsewhere. */
function placeOf(node: Node, offset: number, layer: HTMLElement): number | null {
  if (!layer.contains(node)) return null
  const element = node instanceof Element ? node : node.parentElement
  const word = element?.closest('[data-start]')
  const start = word?.getAttribute('data-start')
  return start === null || start === undefined ? null : Number(start) + offset
}
