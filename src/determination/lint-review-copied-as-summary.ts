import type { Finding, LintRule } from './finding.ts'
import { shingles } from './word-runs.ts'

/** The summary is the utilization review's text, not the reviewer's (8 CCR 9792.10.6(b)(2)). */
export const lintCopiedReview: LintRule = ({ caseSummary }, { utilizationReviewReasons }) => {
  const said = /\b(?:taken|copied) (?:directly )?from the utilization review\b/i.exec(caseSummary)
  if (said) return [copied('the summary says that it is taken from the utilization review')]
  const review = new Set(shingles(utilizationReviewReasons ?? ''))
  const summary = shingles(caseSummary)
  const shared = summary.filter((shingle) => review.has(shingle)).length
  return summary.length >= 30 && shared / summary.length > 0.5
    ? [copied('more than half of the summary is the text of the utilization review')]
    : []
}

function copied(message: string): Finding {
  return { code: 'review-copied-as-summary', severity: 'blocking', part: 'case-summary', message }
}
