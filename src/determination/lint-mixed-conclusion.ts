import type { LintRule } from './finding.ts'
import { splitSentences } from './sentences.ts'

/** "Not medically necessary or fully established": one word decides, two leave a doubt. */
export const lintMixedConclusion: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale }, index) =>
    splitSentences(rationale).flatMap(({ text, span }) => {
      const match = mixed.exec(text)
      if (!match) return []
      const start = span.start + match.index
      return [
        {
          code: 'mixed-conclusion',
          severity: 'warning',
          issue: index + 1,
          part: 'rationale',
          message: 'the conclusion names two standards; say whether it is medically necessary',
          span: { start, end: start + match[0].length },
          quote: match[0],
        } as const,
      ]
    }),
  )

const mixed =
  /\b(?:not )?medically (?:necessary|appropriate)(?:,)? (?:or|and\/or|nor) (?:\w+ )?(?:established|certified|substantiated|proven|documented)\b/i
