import type { Finding, LintRule } from './finding.ts'

/** The claims administrator's section is about another kind of service ("Office Visits" for an MRI). */
export const lintOtherServiceSection: LintRule = ({ issues }) =>
  issues.flatMap(
    ({ treatment, claimsAdministratorGuideline: { text, cited } }, index): Finding[] => {
      const match = cited ? /\boffice visits?\b/i.exec(text) : null
      if (
        !match ||
        /\b(?:visit|consult|evaluation|follow[- ]?up|referral|office)\b/i.test(treatment)
      ) {
        return []
      }
      return [
        {
          code: 'section-of-other-service',
          severity: 'warning',
          issue: index + 1,
          part: 'claims-administrator-guideline',
          message: `the section "${match[0]}" is not about this service, and the rationale lets it pass`,
          span: { start: match.index, end: match.index + match[0].length },
          quote: match[0],
        },
      ]
    },
  )
