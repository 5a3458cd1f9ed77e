import { isImplementationClock } from './clock-kinds.ts'
import { openClocks } from './open-clocks.ts'
import type { CaseState } from './state.ts'

/** A notice that the state of the case asks for; the id of its template. */
export type NoticeDue = 'late-records' | 'implementation'

/**
 * Notices to the claims administrator that are due and did not go out: that the records are late
 * (9792.10.5(a), 9792.12), and that what was overturned is to be authorized or paid (9792.10.7(a)).
 * One that went out before the time ran out is due once more after it.
 */
export function noticesDue(state: CaseState): readonly NoticeDue[] {
  const open = openClocks(state)
  const late = open.filter(
    ({ clock, status }) => lateRecordClocks.has(clock) && status === 'ran-out',
  )
  const carryOut =
    state.outcome === null ? [] : open.filter(({ clock }) => isImplementationClock(clock))
  const due = (template: NoticeDue, clocks: typeof open): readonly NoticeDue[] =>
    clocks.some(({ endedOn }) => !sentSince(state, template, endedOn ?? state.servedOn))
      ? [template]
      : []
  return [
    ...(state.status === 'records-overdue' ? due('late-records', late) : []),
    ...(state.status === 'served' || state.status === 'affirmed'
      ? due('implementation', carryOut)
      : []),
  ]
}

/** The clocks of what the claims administrator sends. */
const lateRecordClocks: ReadonlySet<string> = new Set(['R1', 'R2', 'R3'])

function sentSince(state: CaseState, template: NoticeDue, since: string | null): boolean {
  return state.noticesSent.some(
    (notice) => notice.template === template && (since === null || notice.sentOn >= since),
  )
}
