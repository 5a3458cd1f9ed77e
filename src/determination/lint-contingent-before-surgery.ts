import type { Finding, LintRule } from './finding.ts'

/** A service that goes with a surgery stands in the letter before any surgery was decided. */
export const lintContingentOrder: LintRule = ({ issues }) => {
  const parent = issues.findIndex(({ associatedSurgicalService }) => !associatedSurgicalService)
  return issues.slice(0, Math.max(0, parent)).map(
    (_, index): Finding => ({
      code: 'contingent-before-surgery',
      severity: 'note',
      issue: index + 1,
      part: 'treatment',
      message: 'this goes with a surgery that the letter decides only later',
    }),
  )
}
