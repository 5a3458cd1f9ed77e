import type { Finding, LintRule } from './finding.ts'
import { splitSentences } from './sentences.ts'
import { plain } from './word-runs.ts'

/** Sentences of the summary copied into the rationale, typing errors and all. */
export const lintCopiedSummary: LintRule = ({ caseSummary, issues }) => {
  const summary = new Set(
    splitSentences(caseSummary)
      .flatMap(({ text }) => text.split(';'))
      .map(plain)
      .filter((said) => said.split(' ').length >= 12),
  )
  return issues.flatMap(({ rationale }, index) =>
    splitSentences(rationale)
      .filter(({ text }) => text.split(';').some((part) => summary.has(plain(part))))
      .slice(0, 1)
      .map(
        ({ text, span }): Finding => ({
          code: 'copied-from-summary',
          severity: 'note',
          issue: index + 1,
          part: 'rationale',
          message: 'the rationale repeats the summary word for word',
          span,
          quote: text,
        }),
      ),
  )
}
