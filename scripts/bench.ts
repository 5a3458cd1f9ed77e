// Measures our work against named yardsticks in the same run: `npm run bench`,
// `npm run bench -- --only read-pdf-letters --quick`, `--json` for figures to keep. Read the ratios:
// absolute times are those of this machine at this hour.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Bench, Comparison } from './bench/measure.ts'

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  'read-pdf-letters': async () => (await import('./bench/read-pdf-letters.ts')).readPdfLetters,
  'read-record-text': async () => (await import('./bench/read-record-text.ts')).readRecordText,
  'read-pictures': async () => (await import('./bench/read-pictures.ts')).readPictures,
  'read-text-letters': async () => (await import('./bench/read-text-letters.ts')).readTextLetters,
  'print-letters': async () => (await import('./bench/print-letters.ts')).printLetters,
  'append-events': async () => (await import('./bench/append-events.ts')).appendEventsBench,
  'open-queue': async () => (await import('./bench/open-queue.ts')).openQueueBench,
  'serve-records': async () => (await import('./bench/serve-records.ts')).serveRecordsBench,
  'run-out-clocks': async () => (await import('./bench/run-out-clocks.ts')).runOutClocksBench,
  'compute-deadlines': async () => (await import('./bench/compute-deadlines.ts')).computeDeadlines,
  'synthetic-year': async () =>
    (await import('./bench/synthetic-year-bench.ts')).syntheticYearBench,
  'find-facts': async () => (await import('./bench/find-facts.ts')).findFactsBench,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const chosen = Object.entries(benches).filter(([name]) => !values.only || name === values.only)
if (chosen.length === 0) {
  console.error(`no bench "${values.only}"; there are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
if (!values.json) {
  console.log(`Node ${process.versions.node}, ${availableParallelism()} cores, ${process.platform}`)
}
for (const [name, load] of chosen) {
  try {
    const bench = await load()
    const effort = { quick: values.quick, rounds: values.quick ? 3 : 7 }
    for (const comparison of await bench(effort)) {
      if (values.json) console.log(JSON.stringify(comparison))
      else say(comparison)
    }
  } catch (error) {
    process.exitCode = 1
    console.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
  }
}

function say(comparison: Comparison): void {
  const { name, ours, yardstick, ratio, rate, target, met, size, rounds } = comparison
  const unit = comparison.unit ?? 'ms'
  const figure = (value: number): string => value.toFixed(unit === 'ms' ? 1 : 2)
  const verdict = target === undefined ? '' : ` (target ${target}: ${met ? 'met' : 'MISSED'})`
  console.log(`\n${name}: ${ratio.toFixed(2)} × the yardstick${rate ? `, ${rate}` : ''}${verdict}`)
  console.log(`  ours       ${figure(comparison.oursMs)} ${unit}  ${ours}`)
  console.log(`  yardstick  ${figure(comparison.yardstickMs)} ${unit}  ${yardstick}`)
  console.log(`  size       ${size}; medians of ${rounds} rounds`)
}
