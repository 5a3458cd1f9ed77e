import type { LintRule } from './finding.ts'

/** Header dates out of order: injury, utilization review, application, assignment, decision. */
export const lintDateOrder: LintRule = (determination) => {
  const steps = [
    ['the injury', determination.dateOfInjury],
    ['the utilization review decision', determination.urDenialDate],
    ['the application', determination.applicationReceived],
    ['the assignment', determination.dateAssigned],
    ['the decision', determination.decisionDate],
  ] as const
  const known = steps.flatMap(([name, date]) => (date === null ? [] : [{ name, date }]))
  return known.flatMap((later, index) => {
    const earlier = known[index - 1]
    if (!earlier || earlier.date <= later.date) return []
    return [
      {
        code: 'date-order',
        severity: 'blocking',
        part: 'header',
        message: `${later.name} (${later.date}) is before ${earlier.name} (${earlier.date})`,
      },
    ]
  })
}
