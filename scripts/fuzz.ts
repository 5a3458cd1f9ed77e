// Damages letters at random and reads and lints them: `npm run fuzz -- --count 10000 --seed 1`.
// Nothing may throw, hang or come out in a wrong shape. The same seed gives the same inputs;
// `--only N` runs input N alone and says what it was; `--dump FILE` writes it there, if it is a text.
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { makePdfReader } from '#engines'
import { readLetterPages } from '#letters'
import { judge, type Verdict } from './bench/fuzz-judge.ts'
import { byteMutations } from './bench/fuzz-mutations.ts'
import type { TextBegun, TextReport } from './bench/fuzz-text-worker.ts'
import { makeRandom } from './bench/random.ts'
import { pdfLetters } from './bench/sample-letters.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    dump: { type: 'string' },
    'limit-ms': { type: 'string', default: '5000' },
  },
})
const count = Number(values.count)
const seed = Number(values.seed)
const limit = Number(values['limit-ms'])
/** Of each hundred inputs, the first so many are PDFs: a number is the same input in every run. */
const pdfsInHundred = 30
const one = values.only === undefined ? null : Number(values.only)
const synthetic = 40
const inputs = one === null ? Array.from({ length: count }, (_, input) => input) : [one]
const pdfInputs = inputs.filter((input) => input % 100 < pdfsInHundred)
const textInputs = inputs.filter((input) => input % 100 >= pdfsInHundred)

const outcomes = new Map<string, number>()
const faults: string[] = []
let slowest: Record<'text' | 'PDF', TextReport | null> = { text: null, PDF: null }
const times: Record<'text' | 'PDF', number[]> = { text: [], PDF: [] }

function take(kind: 'text' | 'PDF', report: TextReport): void {
  const { outcome, fault, milliseconds } = report
  outcomes.set(`${kind} ${outcome}`, (outcomes.get(`${kind} ${outcome}`) ?? 0) + 1)
  times[kind].push(milliseconds)
  if (milliseconds > (slowest[kind]?.milliseconds ?? 0)) slowest = { ...slowest, [kind]: report }
  const late = milliseconds > limit ? `took ${milliseconds.toFixed(0)} ms` : null
  if (fault ?? late) faults.push(`${say(kind, report)}\n    ${fault ?? late}`)
  if (one !== null) console.log(`${say(kind, report)}: ${outcome}`)
}

function say(kind: string, { input, what, bytes, milliseconds }: TextReport): string {
  return `input ${input} (${kind}, ${what}; ${bytes} bytes, ${milliseconds.toFixed(1)} ms)`
}

await fuzzPdfs()
await fuzzTexts()
sayAll()
process.exitCode = faults.length > 0 ? 1 : 0

/** Each in the child process that PDFs from outside go through. */
async function fuzzPdfs(): Promise<void> {
  if (pdfInputs.length === 0) return
  const letters = await pdfLetters(synthetic)
  const contents = letters.map(({ content }) => content)
  const kinds = Object.entries(byteMutations)
  const reader = makePdfReader({ timeLimit: { base: limit * 0.8, perPage: 50 } })
  try {
    for (const input of pdfInputs) {
      const random = makeRandom(seed, input)
      const letter = letters[random.below(letters.length)]
      let bytes = letter?.content ?? new Uint8Array()
      const done: string[] = []
      for (let left = random.pick([1, 1, 1, 2]); left > 0 && bytes.length > 0; left -= 1) {
        const [name, mutate] = kinds[random.below(kinds.length)] ?? ['none', (same) => same]
        bytes = mutate(bytes, random, contents)
        done.push(name)
      }
      const startedAt = performance.now()
      let verdict: Verdict
      try {
        const reading = await reader.read(bytes)
        verdict = judge(
          reading.ok ? readLetterPages(reading.value.pages, { file: 'fuzzed.pdf' }) : reading,
        )
      } catch (error) {
        const trace = error instanceof Error ? error.stack : String(error)
        verdict = { outcome: 'threw', fault: `threw ${trace}` }
      }
      const what = `${letter?.name}: ${done.join(', ')}`
      const milliseconds = performance.now() - startedAt
      take('PDF', { ...verdict, input, what, bytes: bytes.length, milliseconds })
    }
  } finally {
    await reader.close()
  }
}

/** In a thread that is given up when it says nothing for twice the limit. */
async function fuzzTexts(): Promise<void> {
  let done = 0
  while (done < textInputs.length) done = await readOn(done)
}

/** Goes on from this place in the list; answers how far it came. */
function readOn(from: number): Promise<number> {
  const worker = new Worker(new URL('./bench/fuzz-text-worker.ts', import.meta.url), {
    workerData: { seed, synthetic, ...(values.dump ? { dump: values.dump } : {}) },
    execArgv: process.execArgv,
  })
  return new Promise((resolve, reject) => {
    let done = from
    let begun: TextBegun = { begun: 'not begun', bytes: 0 }
    let watch: NodeJS.Timeout | undefined
    const finish = (): void => {
      clearTimeout(watch)
      void worker.terminate().then(() => resolve(done))
    }
    const ask = (): void => {
      const input = textInputs[done]
      if (input === undefined) return finish()
      worker.postMessage(input)
      watch = setTimeout(
        () => {
          const spent = { bytes: begun.bytes, milliseconds: 2 * limit }
          take('text', { outcome: 'hung', fault: 'hung', input, what: begun.begun, ...spent })
          done += 1
          finish()
        },
        2 * limit + (done === from ? 10_000 : 0),
      )
    }
    worker.on('error', reject)
    worker.on('message', (message: TextBegun | TextReport) => {
      if ('begun' in message) {
        begun = message
        return
      }
      clearTimeout(watch)
      take('text', message)
      done += 1
      ask()
    })
    ask()
  })
}

function sayAll(): void {
  console.log(`${times.PDF.length} damaged PDFs, ${times.text.length} damaged texts, seed ${seed}`)
  for (const [outcome, number] of [...outcomes].toSorted(([, a], [, b]) => b - a)) {
    console.log(`  ${String(number).padStart(7)}  ${outcome}`)
  }
  for (const kind of ['PDF', 'text'] as const) {
    const sorted = times[kind].toSorted((a, b) => a - b)
    const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
    const worst = slowest[kind]
    if (worst) {
      console.log(`  ${kind}: median ${at(0.5)} ms, 99 % in ${at(0.99)} ms, slowest ${at(1)} ms`)
      console.log(`    slowest: ${say(kind, worst)}`)
    }
  }
  console.log(faults.length === 0 ? 'no fault' : `${faults.length} faults`)
  for (const fault of faults.slice(0, 30)) console.log(`  ${fault}`)
}
