import { computeDeadline, type Deadline, findClock, getRuleSet, ruleSetFor } from '#deadlines'
import { ok, type PlainDate, type Result, refused } from '#foundation'
import { no } from './guards.ts'
import type { CaseState } from './state.ts'

/** What the case does not say about how long the utilization review organization keeps its records. */
export type RetentionKnowledge = {
  /** Decisions of utilization review on the same employee, of other cases. */
  readonly otherDecisions?: readonly PlainDate[]
  /** The day on which an appeal of a penalty ended, where there was one. */
  readonly penaltyAppealEndedOn?: PlainDate
}

/** Until when the utilization review organization keeps its records (T1), and from which day. */
export type Retention = { readonly from: PlainDate; readonly deadline: Deadline }

/**
 * T1: three years from the last decision for the employee, or from the end of an appeal of a
 * penalty, whichever is later (8 CCR 9792.7 of 2026). Refuses where the case has no decision, and
 * where the day lies before the rule: no earlier length was found, and none is made up. How long the
 * review organization itself keeps its records stands in no source that was found.
 */
export function computeRetention(
  state: CaseState,
  knowledge: RetentionKnowledge = {},
): Result<Retention> {
  const days = [
    state.application?.utilizationReview?.decidedOn,
    knowledge.penaltyAppealEndedOn,
    ...(knowledge.otherDecisions ?? []),
  ].filter((day) => day !== undefined)
  const from = days.toSorted().at(-1)
  if (state.application?.program !== 'CA-WC' || from === undefined) {
    return refused(
      no(
        'retention-unknown',
        'no decision of utilization review in workers’ compensation is known',
      ),
    )
  }
  const set = ruleSetFor(from)
  if (!set.ok) return set
  if (!findClock(set.value, 'T1')) {
    return refused(
      no('retention-unknown', `the rules of ${from} (${set.value.id}) say no time of keeping`),
    )
  }
  const deadline = computeDeadline({ clock: 'T1', start: { on: from } })
  return deadline.ok ? ok({ from, deadline: deadline.value }) : deadline
}

/**
 * D5: the day by which the State expects the letter, 45 days from assignment. A figure of service,
 * no clock of law: nothing runs out. Null before assignment, for expedited reviews and where the
 * program has no such figure.
 */
export function expectedBy(state: CaseState): Deadline | null {
  const rules = state.clocks.find(({ clock }) => clock === 'R4')?.deadline.rules
  if (state.assignedOn === null || state.priority === 'expedited' || rules === undefined)
    return null
  const set = getRuleSet(rules)
  if (!set.ok || !findClock(set.value, 'D5')) return null
  const deadline = computeDeadline({ clock: 'D5', rules, start: { on: state.assignedOn } })
  return deadline.ok ? deadline.value : null
}
