import type { NonEmpty } from '#foundation'
import type { CaseOutcome } from './event.ts'

type Decided = { readonly decision: 'upheld' | 'overturned' }

/**
 * The outcome of the case, derived from its issues: all upheld, all overturned, or some of each;
 * null without any. There is no partial outcome of one issue (handbook, letters.md 4).
 */
export function outcomeOf(issues: NonEmpty<Decided>): CaseOutcome
export function outcomeOf(issues: readonly Decided[]): CaseOutcome | null
export function outcomeOf(issues: readonly Decided[]): CaseOutcome | null {
  if (issues.length === 0) return null
  const overturned = issues.filter(({ decision }) => decision === 'overturned').length
  if (overturned === 0) return 'uphold'
  return overturned === issues.length ? 'overturn' : 'partially-overturn'
}
