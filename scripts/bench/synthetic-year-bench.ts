import type { Bench } from './measure.ts'
import { faultsOf, syntheticYear } from './synthetic-year.ts'

/**
 * The everyday tier of the synthetic year: its cases on the embedded database against the same in
 * memory. Throws where a clock was missed, came too early or ends otherwise than the walk says.
 */
export const syntheticYearBench: Bench = async ({ quick }) => {
  const count = quick ? 300 : 2000
  const memory = await syntheticYear({ count, store: 'memory' })
  const embedded = await syntheticYear({ count, store: 'embedded' })
  for (const year of [memory, embedded]) {
    const faults = faultsOf(year)
    if (faults.length > 0) throw new Error(`${year.store}: not nought: ${faults.join(', ')}`)
  }
  return [
    {
      name: 'synthetic-year',
      size: `${count} applications, ${embedded.events} events, ${embedded.clocksStarted} clocks, 0 missed; ${Math.round(embedded.databaseBytesPerCase ?? 0)} bytes a case`,
      rounds: 1,
      ours: `every step decided, certified and durable in ${embedded.store}`,
      oursMs: embedded.seconds * 1000,
      yardstick: 'the same steps in memory',
      yardstickMs: memory.seconds * 1000,
      ratio: embedded.seconds / memory.seconds,
      rate: `${Math.round(embedded.casesPerSecond)} cases a second`,
    },
  ]
}
