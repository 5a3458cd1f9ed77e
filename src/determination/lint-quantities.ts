import type { LintRule } from './finding.ts'
import { splitSentences } from './sentences.ts'

/** Requested, authorized and remaining part of a modified request do not add up. */
export const lintRemainder: LintRule = ({ issues }) =>
  issues.flatMap(({ partial }, index) => {
    if (!partial) return []
    const [requested, authorized, remainder] = [
      quantityOf(partial.requested),
      quantityOf(partial.authorized),
      quantityOf(partial.remainder),
    ]
    if (requested === null || authorized === null || remainder === null) return []
    if (requested - authorized === remainder) return []
    return [
      {
        code: 'remainder-does-not-add-up',
        severity: 'warning',
        issue: index + 1,
        part: 'treatment',
        message: `${requested} requested, ${authorized} authorized, ${remainder} said to remain`,
        quote: partial.remainder,
      } as const,
    ]
  })

/** Visits asked for are within the number that the rationale itself quotes as recommended. */
export const lintWithinLimit: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment, decision, rationale, partial }, index) => {
    const asked = partial ? null : visitsOf(treatment)
    if (decision !== 'upheld' || asked === null) return []
    const limits = splitSentences(rationale).flatMap(({ text, span }) =>
      [...text.matchAll(/\b(\d{1,2}) ?(?:to|-|–) ?(\d{1,2}) (?:visits|sessions)\b/gi)].map(
        (match) => ({
          most: Number(match[2]),
          start: span.start + match.index,
          end: span.start + match.index + match[0].length,
        }),
      ),
    )
    const first = limits[0]
    if (!first || limits.some(({ most }) => asked > most)) return []
    if (
      /\b(?:already|completed|previously (?:approved|authorized|received)|exceed)/i.test(rationale)
    )
      return []
    return [
      {
        code: 'request-within-quoted-limit',
        severity: 'warning',
        issue: index + 1,
        part: 'rationale',
        message: `${asked} visits are asked for and refused; the rationale quotes up to ${first.most} as recommended`,
        span: { start: first.start, end: first.end },
        quote: rationale.slice(first.start, first.end),
      } as const,
    ]
  })

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
}

const figure = String.raw`(\d{1,3}|${Object.keys(numbers).join('|')})`
const sessions = new RegExp(
  String.raw`\b${figure}(?: additional| remaining| more)? (?:\w+ ){0,3}?(?:sessions?|visits?)\b`,
  'i',
)
const rate = new RegExp(
  String.raw`\b(?:${figure} ?x ?${figure}\b(?! ?\d*\/)|${figure} (?:times|x|visits?) (?:a|per) week (?:for|x|times) ${figure} weeks?)`,
  'i',
)

/** Visits: `2x4`, `3 times a week for 4 weeks`, `12 sessions`. Null where none or both disagree. */
function visitsOf(text: string): number | null {
  const byRate = rate.exec(text)
  const counted = sessions.exec(text)
  const product = byRate
    ? numberOf(byRate[1] ?? byRate[3]) * numberOf(byRate[2] ?? byRate[4])
    : null
  const count = counted ? numberOf(counted[1]) : null
  if (product !== null && count !== null && product !== count) return null
  return count ?? product
}

/** The one quantity of a part: visits, `times 12`, `#30`. Null where it has none or several. */
function quantityOf(text: string): number | null {
  const visits = visitsOf(text)
  if (visits !== null) return visits
  const found = [...text.matchAll(/(?:\btimes |#|\bx ?)(\d{1,3})\b/gi)].map((match) =>
    Number(match[1]),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

function numberOf(text: string | undefined): number {
  return numbers[(text ?? '').toLowerCase()] ?? Number(text)
}
