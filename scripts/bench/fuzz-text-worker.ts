// One thread that reads texts, so that a text on which reading hangs can be given up.
import { writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { readLetterText } from '#letters'
import { judge, type Verdict } from './fuzz-judge.ts'
import { textMutations } from './fuzz-mutations.ts'
import { makeRandom } from './random.ts'
import { textLetters } from './sample-letters.ts'

/** How a text came out, and how long it took. */
export type TextReport = Verdict & {
  readonly input: number
  readonly what: string
  readonly bytes: number
  readonly milliseconds: number
}

/** Sent before the reading, so that a text on which it hangs is known. */
export type TextBegun = { readonly begun: string; readonly bytes: number }

const {
  seed,
  synthetic,
  dump,
}: {
  readonly seed: number
  readonly synthetic: number
  readonly dump?: string
} = workerData
const letters = textLetters(synthetic).map(({ name, content }) => ({
  name,
  text: new TextDecoder('windows-1252').decode(content),
}))
const texts = letters.map(({ text }) => text)
const kinds = Object.entries(textMutations)

parentPort?.on('message', (input: number) => parentPort?.postMessage(readText(input)))

function readText(input: number): TextReport {
  const random = makeRandom(seed, input)
  const letter = letters[random.below(letters.length)]
  let text = letter?.text ?? ''
  const done: string[] = []
  for (let left = random.pick([1, 1, 1, 2, 3]); left > 0 && text !== ''; left -= 1) {
    const [name, mutate] = kinds[random.below(kinds.length)] ?? ['none', (same: string) => same]
    text = mutate(text, random, texts)
    done.push(name)
  }
  const what = `${letter?.name}: ${done.join(', ')}`
  const begun: TextBegun = { begun: what, bytes: text.length }
  parentPort?.postMessage(begun)
  if (dump) writeFileSync(dump, text)
  const startedAt = performance.now()
  let verdict: Verdict
  try {
    verdict = judge(readLetterText(text, { file: 'fuzzed.txt' }))
  } catch (error) {
    verdict = {
      outcome: 'threw',
      fault: `threw ${error instanceof Error ? error.stack : String(error)}`,
    }
  }
  return {
    ...verdict,
    input,
    what,
    bytes: text.length,
    milliseconds: performance.now() - startedAt,
  }
}
