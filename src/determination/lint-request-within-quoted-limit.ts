import { visitsOf } from './count-visits.ts'
import type { LintRule } from './finding.ts'
import { splitSentences } from './sentences.ts'

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
