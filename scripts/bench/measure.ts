/** One comparison: our work against a named yardstick, timed in turns in the same run. */
export type Comparison = {
  readonly name: string
  /** What was worked on, and how much of it: "24 letters, 61 pages". */
  readonly size: string
  readonly rounds: number
  readonly ours: string
  /** Milliseconds a round, median; or what `unit` says. */
  readonly oursMs: number
  readonly yardstick: string
  readonly yardstickMs: number
  /** Of both figures: milliseconds unless said. */
  readonly unit?: 'MiB' | '% of characters wrong'
  /** Ours by the yardstick's time: below 1 is faster. */
  readonly ratio: number
  /** A figure of its own, where one is asked for: "6,210 letters a second". */
  readonly rate?: string
  readonly target?: string
  readonly met?: boolean
}

/** A bench: takes how hard to work, answers its comparisons. */
export type Bench = (effort: Effort) => Promise<readonly Comparison[]>

export type Effort = { readonly quick: boolean; readonly rounds: number }

/** The time of each piece of work in milliseconds, in turns, so that a slow moment hits all alike. */
export async function timeInTurns(
  rounds: number,
  ...works: readonly (() => unknown)[]
): Promise<readonly number[]> {
  const times: number[][] = works.map(() => [])
  // A round that does not count: compiled code, filled caches, grown memory.
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const startedAt = performance.now()
      await work()
      if (round >= 0) times[index]?.push(performance.now() - startedAt)
    }
  }
  return times.map(median)
}

export function perSecond(count: number, milliseconds: number): number {
  return (1000 * count) / milliseconds
}

/** `6,210 letters a second` */
export function sayRate(count: number, milliseconds: number, what: string): string {
  return `${Math.round(perSecond(count, milliseconds)).toLocaleString('en-US')} ${what} a second`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
