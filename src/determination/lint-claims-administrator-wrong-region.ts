import { compareRegions } from './compare-cited-regions.ts'
import type { LintRule } from './finding.ts'

/**
 * The chapters that the claims administrator cited are about other parts of the body; the rationale
 * should say so.
 */
export const lintClaimsAdministratorRegion: LintRule = ({ issues }) =>
  issues.flatMap((issue, index) => {
    const { text, cited } = issue.claimsAdministratorGuideline
    const finding = cited ? compareRegions(issue, text) : null
    return finding && !finding.general
      ? [
          {
            code: 'claims-administrator-wrong-region',
            severity: 'warning',
            issue: index + 1,
            part: 'claims-administrator-guideline',
            message: finding.message,
            quote: text,
          } as const,
        ]
      : []
  })
