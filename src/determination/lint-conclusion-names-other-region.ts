import { concludes } from './conclusion.ts'
import type { LintRule } from './finding.ts'
import { regionsOf } from './regions-in-text.ts'

/** The conclusion speaks of another part of the body than the heading. */
export const lintOtherRequest: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment, rationale }, index) => {
    const conclusion = concludes(rationale)
    const own = regionsOf(treatment)
    const named = conclusion ? regionsOf(conclusion.sentence.text) : []
    if (!conclusion || own.length === 0 || named.length === 0) return []
    if (named.some((region) => own.includes(region))) return []
    const { text, span } = conclusion.sentence
    return [
      {
        code: 'conclusion-names-other-region',
        severity: 'blocking',
        issue: index + 1,
        part: 'rationale',
        message: `the request is for the ${own.join(', ')}, the conclusion speaks of the ${named.join(', ')}`,
        span,
        quote: text,
      },
    ]
  })
