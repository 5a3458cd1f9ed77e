/** A stretch of the text of a page that is shown in one way. */
export type TextPiece = {
  readonly start: number
  readonly text: string
  readonly mark: 'current' | 'other' | null
  /** How sure the reading is, 0 to 1, where that is little. */
  readonly doubtful: number | null
}

/** Below this a word read from a picture is shown as doubtful. */
export const sureFrom = 0.7

type Span = { readonly start: number; readonly end: number }

/** Cuts the text where a mark or a doubtful word begins or ends; the pieces together are the text. */
export function cutText(
  text: string,
  marked: readonly (Span & { readonly isCurrent: boolean })[],
  words: readonly { readonly span: Span; readonly confidence?: number | undefined }[],
): readonly TextPiece[] {
  const doubtful = words.filter(({ confidence = 1 }) => confidence < sureFrom)
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...marked, ...doubtful.map(({ span }) => span)]) {
    cuts.add(Math.min(text.length, Math.max(0, start)))
    cuts.add(Math.min(text.length, Math.max(0, end)))
  }
  const places = [...cuts].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length
    const marks = marked.filter((mark) => mark.start <= start && mark.end >= end)
    const word = doubtful.find(({ span }) => span.start <= start && span.end >= end)
    return {
      start,
      text: text.slice(start, end),
      mark: marks.some(({ isCurrent }) => isCurrent)
        ? 'current'
        : marks.length > 0
          ? 'other'
          : null,
      doubtful: word?.confidence ?? null,
    }
  })
}
