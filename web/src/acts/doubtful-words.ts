import type { AnswerOf } from '#api'
import { type operations, RefusedError } from '~/client.ts'

type Determination = AnswerOf<typeof operations.getDetermination>

/** A word that may name somebody, with the words around it. */
export type DoubtfulWord = {
  readonly word: string
  readonly where: string
  readonly before: string
  readonly after: string
  readonly why: string
}

export const mayRemain = 'identifier-may-remain'
const around = 60

/**
 * The words that the server says may name somebody, each read out of the determination. Places in
 * the text after striking out are left out: the server accepts no word for them.
 */
export function doubtfulWords(
  error: Error | null,
  determination: Determination | undefined,
): readonly DoubtfulWord[] {
  if (!(error instanceof RefusedError)) return []
  return error.refusals.flatMap((refusal) => {
    if (refusal.code !== mayRemain) return []
    const { where = '' } = refusal
    const place = /^characters (\d+) to (\d+): (.*)$/s.exec(refusal.because)
    const text = textAt(determination, where)
    if (!place || text === null) return []
    const [start, end, why] = [Number(place[1]), Number(place[2]), place[3] ?? '']
    const word = text.slice(start, end)
    return word === ''
      ? []
      : [
          {
            word,
            where,
            why,
            before: text.slice(Math.max(0, start - around), start),
            after: text.slice(end, end + around),
          },
        ]
  })
}

/** The text of a field path such as `issues[0].rationale`; null when there is none. */
function textAt(value: unknown, where: string): string | null {
  let here: unknown = value
  for (const part of where.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof here !== 'object' || here === null) return null
    here = Reflect.get(here, part)
  }
  return typeof here === 'string' ? here : null
}
