import { editionInForce, mtusChapters } from '#guidelines'
import type { Finding, LintRule } from './finding.ts'

/**
 * A chapter of the schedule is cited in an edition that was not in force on the day of the
 * decision (8 CCR 9792.22–9792.24.4). A note: the days in force are unverified data.
 */
export const lintEdition: LintRule = ({ issues, decisionDate }) => {
  if (decisionDate === null) return []
  return issues.flatMap(({ reviewOrganizationGuideline: { citations } }, index) =>
    citations.flatMap(({ source, title, edition }): Finding[] => {
      const chapter = mtusChapters.find((known) => known.title === title)
      if (source !== 'MTUS' || !title || !edition || !chapter) return []
      const inForce = editionInForce(title, decisionDate)
      if (edition === inForce?.edition || !/^\d{4}$/.test(edition)) return []
      return [
        {
          code: 'edition-not-in-force',
          severity: 'note',
          issue: index + 1,
          part: 'review-organization-guideline',
          message: `${title} ${edition} is cited; on ${decisionDate} ${inForce ? `${inForce.edition} was` : 'no edition was'} in force`,
          quote: edition,
        },
      ]
    }),
  )
}
