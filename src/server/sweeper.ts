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
    while (!stopped) {
      const due = await proceedings.cases.claimDueClocks({
        now: deps.now(),
        limit: batch,
        leaseSeconds,
      })
      for (const { caseId, clock } of due) {
        const act = { by: { kind: 'system', name: 'clock-sweeper' }, at: deps.now() } as const
        const acted = await runOutClock(proceedings, act, caseId, { clock })
        // A refusal means that somebody acted first; if the clock still runs, the lease ends and
        // the next sweep finds it again.
        if (acted.ok) ranOut += 1
      }
      if (due.length < batch) break
    }
    return ranOut
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

const batch = 50
const leaseSeconds = 120
