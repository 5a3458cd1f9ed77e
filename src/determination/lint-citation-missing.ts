import type { Issue } from './determination.ts'
import type { LintRule } from './finding.ts'

/** The reviewer cites nothing, and the treatment does not fall with a surgery. */
export const lintMissingCitation: LintRule = ({ issues }) =>
  issues.flatMap((issue, index) =>
    issue.reviewOrganizationGuideline.cited || isContingent(issue)
      ? []
      : [
          {
            code: 'citation-missing',
            severity: 'blocking',
            issue: index + 1,
            part: 'review-organization-guideline',
            message: 'no medical evidence is cited, and the treatment is not contingent',
          },
        ],
  )

/** A service that goes with a surgery of the same letter, by its mark, its heading or its reasons. */
function isContingent({ associatedSurgicalService, treatment, rationale }: Issue): boolean {
  return (
    associatedSurgicalService === true ||
    /^(?:associated surgical service|assistant surgeon|(?:post|pre)[- ]?op)/i.test(treatment) ||
    /\b(?:surgery|surgical \w+|procedure|primary (?:service|request))\b[^.]{0,60}\bnot\b[^.]{0,80}\b(?:associated|ancillary|not|neither|nor)\b/i.test(
      rationale,
    )
  )
}
