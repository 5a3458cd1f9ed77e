import type { LintRule } from './finding.ts'

/** Evidence of no scholarly standing (Labor Code 4610.5(c)(2)). */
export const lintUnscholarlySource: LintRule = ({ issues }) =>
  issues.flatMap(({ reviewOrganizationGuideline: { text } }, index) => {
    const match =
      /\b(?:slideshare|scribd|wikipedia|webmd|healthline|youtube|facebook|blogspot|wordpress|about\.com|ehow|quora|reddit|yahoo answers)\b/i.exec(
        text,
      )
    if (!match) return []
    return [
      {
        code: 'source-not-scholarly',
        severity: 'blocking',
        issue: index + 1,
        part: 'review-organization-guideline',
        message: `${match[0]} is not medical evidence in the order of Labor Code 4610.5(c)(2)`,
        span: { start: match.index, end: match.index + match[0].length },
        quote: match[0],
      } as const,
    ]
  })
