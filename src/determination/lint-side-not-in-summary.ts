import type { Finding, LintRule } from './finding.ts'
import { findRegions } from './regions-in-text.ts'

/**
 * The summary tells of the region of the request, and always of its other side: request and
 * evidence do not meet. Services that go with a surgery are left out.
 */
export const lintSideInSummary: LintRule = ({ caseSummary, issues }) => {
  const told = findRegions(caseSummary)
  return issues.flatMap(({ treatment, associatedSurgicalService }, index): Finding[] => {
    const asked = findRegions(treatment).filter(({ side }) => side === 'left' || side === 'right')
    const [first] = asked
    if (associatedSurgicalService || !first) return []
    const sides = asked.filter(({ region }) => region === first.region).map(({ side }) => side)
    const mentions = told.filter(({ region }) => region === first.region)
    const other = mentions.find(({ side }) => side !== undefined)
    if (!other || mentions.some(({ side }) => side === 'bilateral' || sides.includes(side))) {
      return []
    }
    return [
      {
        code: 'side-not-in-summary',
        severity: 'warning',
        issue: index + 1,
        part: 'case-summary',
        message: `the request is for the ${first.side} ${first.region}, the summary tells only of the ${other.side}`,
        span: other.span,
        quote: other.text,
      },
    ]
  })
}
