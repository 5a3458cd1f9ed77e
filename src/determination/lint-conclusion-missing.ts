import type { LintRule } from './finding.ts'

/** No sentence says whether the treatment is medically necessary. */
export const lintMissingConclusion: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale }, index) =>
    rationale.trim() === '' ||
    /\bmedical(?:ly)? (?:necess|appropriate)|certified\b/i.test(rationale)
      ? []
      : [
          {
            code: 'conclusion-missing',
            severity: 'note',
            issue: index + 1,
            part: 'rationale',
            message: 'no sentence says whether the treatment is medically necessary',
          },
        ],
  )
