import type { LintRule } from './finding.ts'

/** "The cited guidelines" where two works are cited: which of them? */
export const lintAmbiguousCitation: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale, reviewOrganizationGuideline: { text } }, index) => {
    const match = /\b(?:the|per) (?:above[- ])?(?:cited|referenced|mentioned) guidelines?\b/i.exec(
      rationale,
    )
    const works =
      Number(/\bMTUS\b(?! Guidelines)/.test(text.replace(/Non-MTUS/g, ''))) +
      Number(/Non-MTUS|\bODG\b/.test(text))
    if (!match || works < 2) return []
    return [
      {
        code: 'citation-ambiguous',
        severity: 'warning',
        issue: index + 1,
        part: 'rationale',
        message: 'two works are cited; say which of them this is',
        span: { start: match.index, end: match.index + match[0].length },
        quote: match[0],
      } as const,
    ]
  })
