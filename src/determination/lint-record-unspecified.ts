import type { Finding, LintRule } from './finding.ts'

/** A study of "an unspecified part of the body" proves nothing about the region in dispute. */
export const lintUnspecifiedPart: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale }, index) =>
    [...rationale.matchAll(/\b(?:of )?an unspecified (?:part|body part|area|region)\b[^.;,(]*/gi)]
      .slice(0, 1)
      .map(
        (match): Finding => ({
          code: 'record-unspecified',
          severity: 'warning',
          issue: index + 1,
          part: 'rationale',
          message: 'the rationale rests on a study whose body part the record does not name',
          span: { start: match.index, end: match.index + match[0].length },
          quote: match[0],
        }),
      ),
  )
