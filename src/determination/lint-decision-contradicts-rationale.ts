import { concludes } from './conclusion.ts'
import type { LintRule } from './finding.ts'

/** Upheld although the rationale finds it necessary, or overturned although it does not. */
export const lintContradictedDecision: LintRule = ({ issues }) =>
  issues.flatMap(({ decision, rationale }, index) => {
    const conclusion = concludes(rationale)
    const expected = decision === 'upheld' ? 'not-necessary' : 'necessary'
    if (!conclusion || conclusion.says === expected) return []
    const { text, span } = conclusion.sentence
    return [
      {
        code: 'decision-contradicts-rationale',
        severity: 'blocking',
        issue: index + 1,
        part: 'rationale',
        message: `the decision is "${decision}", the rationale concludes otherwise`,
        span,
        quote: text,
      },
    ]
  })
