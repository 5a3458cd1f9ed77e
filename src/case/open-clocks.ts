import { isDecisionClock, isImplementationClock, isRecordClock } from './clock-kinds.ts'
import { openTreatments } from './evolve.ts'
import type { CaseState, CaseStatus, ClockState } from './state.ts'

/**
 * The clocks that somebody still has to look at: those that run, and the duties that ran out and
 * that nothing has answered yet, which are overdue. A right that ran out is over, nobody is late.
 */
export function openClocks(state: CaseState): readonly ClockState[] {
  return state.clocks.filter(
    (clock) => clock.status === 'running' || (clock.status === 'ran-out' && isOwed(clock, state)),
  )
}

const over: readonly CaseStatus[] = ['ineligible', 'duplicate', 'deferred', 'terminated']

/** Whether the duty is still owed: by what would have stopped its clock (handbook, law 2.2). */
function isOwed({ clock, deadline }: ClockState, state: CaseState): boolean {
  // What is owed whatever becomes of the review.
  if (clock === 'P2') return state.invoice !== null && state.invoice.paidOn === null
  if (clock === 'R7') return state.copiesToParties.some(({ copy }) => copy.kind === 'absent')
  if (deadline.nature === 'right' || over.includes(state.status)) return false
  if (isRecordClock(clock)) return state.recordsCompletedOn === null
  if (isDecisionClock(clock)) return state.issuedOn === null
  if (isImplementationClock(clock)) return owesImplementation(state, clock === 'I2')
  if (clock === 'A1') return state.assignedOn === null
  return clock === 'E1' && state.status === 'awaiting-information'
}

/**
 * I1 is owed for care to be given, I2 for care that was given already (9792.10.7(a)). An appeal
 * stays both.
 */
function owesImplementation(state: CaseState, given: boolean): boolean {
  if (state.status === 'appealed') return false
  return openTreatments(state).some(
    (treatment) =>
      treatment.retrospective === given &&
      !state.implementedTreatments.includes(treatment.id) &&
      state.issues.some(
        (issue) => issue.treatmentId === treatment.id && issue.decision === 'overturned',
      ),
  )
}
