/** What became of one case. */
export type CaseAnswer = {
  readonly caseId: string
  readonly caseNumber: string
  readonly ok: boolean
  readonly because?: string
  readonly next?: string
}

/** Why an act was not done. */
export type NotDone = { readonly code: string; readonly because: string; readonly next: string }

type One = { readonly caseId: string; readonly caseNumber: string }

/**
 * Does the act for one case after the other and says of each what became of it. A case that is
 * refused does not stop the others; whoever stops leaves the rest as it was. Where the server asks
 * to call less often, it waits and tries the same case again.
 */
export async function* doForEach<Each extends One>(
  cases: readonly Each[],
  /** Does it; answers why it was not done, or null. */
  act: (one: Each) => Promise<NotDone | null>,
  isStopped: () => boolean,
  pauseMilliseconds = 3000,
): AsyncGenerator<CaseAnswer> {
  for (const one of cases) {
    if (isStopped()) return
    const { caseId, caseNumber } = one
    for (;;) {
      const refusal = await act(one)
      if (refusal?.code === 'too-many-calls' && !isStopped()) {
        await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
        continue
      }
      yield refusal === null
        ? { caseId, caseNumber, ok: true }
        : { caseId, caseNumber, ok: false, because: refusal.because, next: refusal.next }
      break
    }
  }
}
