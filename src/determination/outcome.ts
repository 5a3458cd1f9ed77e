import type { CaseOutcome } from '#case'
import type { NonEmpty } from '#foundation'

/**
 * The outcome of the case, derived from its issues: all upheld, all overturned, or some of each.
 * There is no partial outcome of one issue (handbook, letters.md 4).
 */
export function outcomeOf(
  issues: NonEmpty<{ readonly decision: 'upheld' | 'overturned' }>,
): CaseOutcome {
  const overturned = issues.filter(({ decision }) => decision === 'overturned').length
  if (overturned === 0) return 'uphold'
  return overturned === issues.length ? 'overturn' : 'partially-overturn'
}
