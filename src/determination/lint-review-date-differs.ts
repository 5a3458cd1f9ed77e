import { printAmericanDate } from '#foundation'
import { findDates } from './dates-in-text.ts'
import type { LintRule } from './finding.ts'

/** The utilization review dated in the summary otherwise than in the header. */
export const lintReviewDate: LintRule = ({ caseSummary, urDenialDate }) => {
  if (urDenialDate === null) return []
  const told = findDates(caseSummary).filter(
    ({ span: { start, end } }) =>
      before.test(caseSummary.slice(Math.max(0, start - 60), start)) ||
      after.test(caseSummary.slice(end, end + 60)),
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

/** "The original utilization review (12-22-2016)", "Utilization Review documentation dated 11-30-16". */
const before =
  /\b(?:utilization review|UR)(?: \(UR\))?(?: (?:decision|determination|documentation|form|denial|report|letter))?(?: dated| on| of|,| from)?\s*\(?$/i
/** "On 12-21-2016 Utilization Review non-certified", "On 12-19-16 the request was denied by UR". */
const after =
  /^,? (?:the request (?:was|is) (?:non-? ?certified|denied|modified) by )?(?:utilization review|UR\b)/i
