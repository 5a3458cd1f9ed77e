import { printAmericanDate } from '#foundation'
import { findDates } from './dates-in-text.ts'
import type { LintRule } from './finding.ts'

/** The utilization review dated in the summary otherwise than in the header. */
export const lintReviewDate: LintRule = ({ caseSummary, urDenialDate }) => {
  if (urDenialDate === null) return []
  const told = findDates(caseSummary).filter(({ span }) =>
    /\b(?:utilization review|UR)(?: (?:decision|determination|form|denial|report|letter))?(?: dated| on| of|,| from)?\s*\(?$/i.test(
      caseSummary.slice(Math.max(0, span.start - 60), span.start),
    ),
  )
  const first = told[0]
  if (!first?.date || told.some(({ date }) => date === urDenialDate)) return []
  return [
    {
      code: 'review-date-differs',
      severity: 'warning',
      part: 'case-summary',
      message: `the summary dates the utilization review ${first.text}, the header ${printAmericanDate(urDenialDate)}`,
      span: first.span,
      quote: first.text,
    },
  ]
}
