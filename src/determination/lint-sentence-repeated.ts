import type { Finding, LintRule } from './finding.ts'
import { splitSentences } from './sentences.ts'
import { plain } from './word-runs.ts'

/** A sentence twice in one rationale. */
export const lintRepeatedSentence: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale }, index) => {
    const seen = new Set<string>()
    return splitSentences(rationale).flatMap(({ text, span }): Finding[] => {
      const said = plain(text)
      if (said.split(' ').length < 8) return []
      if (!seen.has(said)) {
        seen.add(said)
        return []
      }
      return [
        {
          code: 'sentence-repeated',
          severity: 'warning',
          issue: index + 1,
          part: 'rationale',
          message: 'the same sentence stands twice in the rationale',
          span,
          quote: text,
        },
      ]
    })
  })
