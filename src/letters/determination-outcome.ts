import type { CaseOutcome } from '#case'
import type { Issue } from '#determination'

/** The outcome of the case from its issues: none, all or some of them overturned. */
export function outcomeOf(issues: readonly Pick<Issue, 'decision'>[]): CaseOutcome {
  const overturned = issues.filter((issue) => issue.decision === 'overturned').length
  if (overturned === 0) return 'uphold'
  return overturned === issues.length ? 'overturn' : 'partially-overturn'
}
