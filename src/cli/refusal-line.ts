import type { NonEmpty, Refusal } from '#foundation'

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
