import { lintDetermination } from '#determination'
import type { Result } from '#foundation'
import type { ReadLetter } from '#letters'
import { wrongIn } from './fuzz-letter-shape.ts'

/** What became of one input. `fault` says what must never happen. */
export type Verdict = { readonly outcome: string; readonly fault: string | null }

/** Lints what was read and checks the shape of both, or takes the refusal. */
export function judge(read: Result<ReadLetter>): Verdict {
  if (!read.ok) {
    const [first] = read.refusals
    const complete = first.code !== '' && first.because !== '' && first.next !== ''
    return {
      outcome: `refused: ${first.code}`,
      fault: complete ? null : 'a refusal without its reason',
    }
  }
  // Through JSON, as the command prints it.
  const printed: unknown = JSON.parse(JSON.stringify(read.value))
  const findings = lintDetermination(read.value)
  return { outcome: 'read', fault: wrongIn(printed, JSON.parse(JSON.stringify(findings))) }
}
