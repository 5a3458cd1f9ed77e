import type { LintRule } from './finding.ts'
import { pageRanges } from './page-ranges.ts'

/** The same pages twice in one citation. */
export const lintRepeatedCitation: LintRule = ({ issues }) =>
  issues.flatMap(({ reviewOrganizationGuideline: { text } }, index) => {
    const pages = pageRanges(text)
    const twice = pages.find((range, at) =>
      pages.slice(0, at).some(({ from, to }) => from === range.from && to === range.to),
    )
    if (!twice) return []
    const { start, end } = twice
    return [
      {
        code: 'citation-repeated',
        severity: 'note',
        issue: index + 1,
        part: 'review-organization-guideline',
        message: 'the same pages are cited twice',
        span: { start, end },
        quote: text.slice(start, end),
      } as const,
    ]
  })
