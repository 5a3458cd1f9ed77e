import { compareRegions } from './compare-cited-regions.ts'
import type { LintRule } from './finding.ts'

/**
 * The chapters cited are about other parts of the body than the treatment. General chapters
 * (chronic pain, opioids, …) fit every region, so with one of them it is a warning only.
 */
export const lintWrongRegionCitation: LintRule = ({ issues }) =>
  issues.flatMap((issue, index) => {
    const finding = compareRegions(issue, issue.reviewOrganizationGuideline.text)
    return finding
      ? [
          {
            code: 'wrong-region-citation',
            severity: finding.general ? 'warning' : 'blocking',
            issue: index + 1,
            part: 'review-organization-guideline',
            message: finding.message,
            quote: issue.reviewOrganizationGuideline.text,
          } as const,
        ]
      : []
  })
