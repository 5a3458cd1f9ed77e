import type { DueClock } from '#case'
import type { Instant } from '#foundation'
import { type Deps, runOutClock } from '#proceedings'

export type Sweeper = {
  /** Sweeps once, now; answers how many clocks were found to have run out. */
  sweep(): Promise<number>
  /** No further sweep begins; resolves when the last one has ended. */
  stop(): Promise<void>
}

/**
 * Finds clocks past their end and appends that they ran out. Several processes may sweep one
 * database: the store gives a clock to one of them for the lease, and a clock that was answered
 * meanwhile, or by another process, is refused by the case (`clock-not-running`), so that no clock
 * runs out twice. A sweep that fails is tried again at the next interval.
 */
export function startSweeper(deps: {
  readonly proceedings: Deps
  now(): Instant
  readonly intervalSeconds?: number
  /** Told of a fault; the sweeper goes on. */
  onFault?(fault: unknown): void
}): Sweeper {
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  const timer = setInterval(
    () => {
      running = running.then(() => (stopped ? 0 : sweep())).catch((fault) => deps.onFault?.(fault))
    },
    (deps.intervalSeconds ?? 60) * 1000,
  )
  timer.unref()

  async function sweep(): Promise<number> {
    const { proceedings } = deps
    let ranOut = 0
    // oxlint-disable-next-line no-unmodified-loop-condition -- `stop` changes it between sweeps
    while (!stopped) {
      const due = await proceedings.cases.claimDueClocks({
        now: deps.now(),
        limit: batch,
        leaseSeconds,
      })
      ranOut += await runOutAll(due)
      if (due.length < batch) break
    }
    return ranOut
  }

  /** Several cases at once; the clocks of one case one after the other, as each makes a version. */
  async function runOutAll(due: readonly DueClock[]): Promise<number> {
    const cases = [...Map.groupBy(due, ({ caseId }) => caseId)]
    let ranOut = 0
    const lanes = Array.from({ length: inFlight }, async () => {
      for (let next = cases.shift(); next && !stopped; next = cases.shift()) {
        const [caseId, clocks] = next
        for (const { clock } of clocks) if (await runOut(caseId, clock)) ranOut += 1
      }
    })
    await Promise.all(lanes)
    return ranOut
  }

  /**
   * False where somebody answered the clock first. Where another act on the case came in between
   * the clock is tried again at once; after that the lease ends and a later sweep finds it.
   */
  async function runOut(caseId: string, clock: string): Promise<boolean> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const act = { by: { kind: 'system', name: 'clock-sweeper' }, at: deps.now() } as const
      const acted = await runOutClock(deps.proceedings, act, caseId, { clock })
      if (acted.ok) return true
      if (acted.refusals[0].code !== 'case-changed-meanwhile') return false
    }
    return false
  }

  return {
    sweep,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

const batch = 200
const inFlight = 8
const leaseSeconds = 120
const attempts = 10
