import type { Finding, LintRule } from './finding.ts'

/** "MTUS ACOEM, page 503" without a chapter: nobody can look it up. */
export const lintMissingChapter: LintRule = ({ issues }) =>
  issues.flatMap((issue, index) =>
    (
      [
        ['claims-administrator-guideline', issue.claimsAdministratorGuideline.text],
        ['review-organization-guideline', issue.reviewOrganizationGuideline.text],
      ] as const
    ).flatMap(([part, text]): Finding[] => {
      const match = /\bMTUS ACOEM,? Page\(s\): ?[\d, -]+/i.exec(text)
      if (!match) return []
      return [
        {
          code: 'chapter-missing',
          severity: part === 'review-organization-guideline' ? 'warning' : 'note',
          issue: index + 1,
          part,
          message: 'pages are cited without the chapter that they are in',
          span: { start: match.index, end: match.index + match[0].length },
          quote: match[0],
        },
      ]
    }),
  )
