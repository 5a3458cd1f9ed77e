import type { LintRule } from './finding.ts'
import { findRegions, regionsOf } from './regions-in-text.ts'

/** The summary tells complaints elsewhere and none of the region that the request is for. */
export const lintRequestWithoutComplaint: LintRule = ({ issues, caseSummary }) =>
  issues.flatMap(({ treatment, associatedSurgicalService }, index) => {
    // A pillow for the hip goes with the surgery, not with a complaint.
    if (associatedSurgicalService) return []
    const own = regionsOf(treatment)
    const told = findRegions(caseSummary).filter(
      ({ span }) => !request.test(caseSummary.slice(Math.max(0, span.start - 90), span.start)),
    )
    const first = told[0]
    if (own.length === 0 || !first || told.some(({ region }) => own.includes(region))) return []
    return [
      {
        code: 'request-without-complaint',
        severity: 'note',
        issue: index + 1,
        part: 'case-summary',
        message: `the request is for the ${own.join(', ')}; the summary tells only of the ${[...new Set(told.map(({ region }) => region))].join(', ')}`,
        span: first.span,
        quote: first.text,
      } as const,
    ]
  })

/** What is asked for, and what is said to be missing, is no complaint. */
const request =
  /\b(?:request\w*|certif\w*|denied|denial|utilization review|ordered|imaging for|MRI|magnetic resonance|x-?rays?|no documentation|not documented|no findings)\b(?:(?!due to|because|complain)[^.])*$/i
