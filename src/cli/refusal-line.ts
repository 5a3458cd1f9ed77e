import type { NonEmpty, Refusal } from '#foundation'

/** A refused file in words, for a person at the terminal. */
export function sayRefusal(file: string, refusals: NonEmpty<Refusal>): string {
  const [first] = refusals
  return `${file}: refused. ${first.because} (${first.code}). ${first.next}`
}

/** How many of something, as a person says it: "1 file", "3 files". */
export function sayCount(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`
}

/** A refused input as one JSON line: the first refusal with what to do next, all of them behind. */
export function refusalLine(
  about: { readonly file: string } | { readonly id: string | number },
  refusals: NonEmpty<Refusal>,
): string {
  const [first] = refusals
  return JSON.stringify({
    ...about,
    refusal: {
      code: first.code,
      message: first.where === undefined ? first.because : `${first.where}: ${first.because}`,
      next: first.next,
      authority: first.authority,
    },
    ...(refusals.length > 1 ? { refusals } : {}),
  })
}
