import type { LintRule } from './finding.ts'
import { findLevels } from './regions-in-text.ts'

/** The rationale names spinal levels, and none of the request's. */
export const lintLevel: LintRule = ({ issues }) =>
  issues.flatMap(({ treatment, rationale }, index) => {
    const asked = findLevels(treatment).flatMap(({ level }) => segments(level))
    const said = findLevels(rationale)
    const other = said[0]
    if (asked.length === 0 || !other) return []
    if (said.some(({ level }) => segments(level).some((segment) => asked.includes(segment))))
      return []
    const { start, end } = other.span
    return [
      {
        code: 'level-mismatch',
        severity: 'warning',
        issue: index + 1,
        part: 'rationale',
        message: `the request is for ${[...new Set(asked)].join(', ')}, the rationale speaks of ${other.level}`,
        span: other.span,
        quote: rationale.slice(start, end),
      } as const,
    ]
  })

/** Vertebrae of a level: `L4-5` and `L4-L5` are L4 and L5. */
function segments(level: string): readonly string[] {
  return level.split('-')
}
