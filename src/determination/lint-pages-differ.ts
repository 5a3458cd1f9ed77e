import type { LintRule } from './finding.ts'
import { pageRanges } from './page-ranges.ts'

/** Pages named in the rationale lie outside the pages cited. */
export const lintPagesDiffer: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale, reviewOrganizationGuideline: { text } }, index) => {
    const cited = pageRanges(text)
    if (cited.length === 0) return []
    return pageRanges(rationale)
      .filter(({ from, to }) => !cited.some((range) => range.from <= from && to <= range.to))
      .map(({ start, end }) => ({
        code: 'pages-differ',
        severity: 'warning' as const,
        issue: index + 1,
        part: 'rationale' as const,
        message: `the rationale quotes ${rationale.slice(start, end)}, cited are pages ${cited.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(', ')}`,
        span: { start, end },
        quote: rationale.slice(start, end),
      }))
  })
