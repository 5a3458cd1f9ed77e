import { setImmediate } from 'node:timers/promises'
import type { InTurns } from '#foundation'

/**
 * How long work may keep the process from everything else. A call comes back to the process about
 * ten times before it is answered, and may wait a turn each time.
 */
const turnMilliseconds = 5

/**
 * Does long work so that other calls are answered meanwhile: facts of a record of 2,000 pages take
 * many seconds.
 */
export async function takingTurns<T>(work: InTurns<T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
    if (performance.now() - since < turnMilliseconds) continue
    await setImmediate()
    since = performance.now()
  }
}
