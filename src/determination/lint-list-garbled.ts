import type { Finding, LintRule } from './finding.ts'

/** Marks of a list that lost its bullets ("are:o Emergence"), and letters stuck to words. */
export const lintGarbled: LintRule = ({ caseSummary, issues }) =>
  [
    { text: caseSummary, part: 'case-summary' as const },
    ...issues.map(({ rationale }, index) => ({
      text: rationale,
      part: 'rationale' as const,
      issue: index + 1,
    })),
  ].flatMap(({ text, ...place }) =>
    [...text.matchAll(/[:;.]\s?o [A-Z][a-z]+|\b[a-z]{4,30}o [A-Z][a-z]+ to [a-z]+/g)]
      .slice(0, 1)
      .map(
        (match): Finding => ({
          code: 'list-garbled',
          severity: 'warning',
          ...place,
          message: 'the bullets of a list have run into its words',
          span: { start: match.index, end: match.index + match[0].length },
          quote: match[0],
        }),
      ),
  )
