import { setTimeout as pause } from 'node:timers/promises'
import type { ReadingQueue } from '#case'
import type { Instant } from '#foundation'
import { type Deps, readWaitingFile } from '#proceedings'

export type Reader = {
  /** No further file is begun; the one at work is given back. Resolves when that is done. */
  stop(): Promise<void>
}

/**
 * Reads the files that wait, one at a time, as long as it runs. Several processes may read from
 * one queue: each file is one reader's for the lease, and one that died is replaced after it.
 */
export function startReader(deps: {
  readonly proceedings: Deps
  readonly queue: ReadingQueue
  now(): Instant
  readonly leaseSeconds?: number
  /** How long an empty queue is left alone. */
  readonly idleMilliseconds?: number
  /** Told of a fault; the reader goes on. */
  onFault?(fault: unknown): void
}): Reader {
  const stopping = new AbortController()
  const leaseSeconds = deps.leaseSeconds ?? 60
  const terms = {
    now: () => deps.now(),
    leaseSeconds,
    signal: stopping.signal,
    onFault: (fault: unknown) => deps.onFault?.(fault),
  }

  const readNext = async (): Promise<boolean> => {
    const [waiting] = await deps.queue.claim({ now: deps.now(), limit: 1, leaseSeconds })
    if (!waiting) return false
    await readWaitingFile(deps.proceedings, deps.queue, waiting, terms)
    return true
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const busy = await readNext().catch((fault: unknown) => {
        deps.onFault?.(fault)
        return false
      })
      if (busy) continue
      await pause(deps.idleMilliseconds ?? 500, undefined, { signal: stopping.signal }).catch(
        () => undefined,
      )
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
