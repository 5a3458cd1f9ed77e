import { type Instant, pacificDateOf } from '#foundation'
import { isDecisionClock, isRecordClock, startClocks, stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { CaseEvent } from './event.ts'
import { openTreatments } from './evolve.ts'
import { type Decision, decided, inStatus, no, notAfterToday, said } from './guards.ts'
import type { CaseState, CaseStatus } from './state.ts'

const beforeIssue: readonly CaseStatus[] = [
  'received',
  'awaiting-information',
  'deferred',
  'eligible',
  'records-open',
  'records-overdue',
  'records-complete',
  'reviewer-selected',
  'in-review',
  'quality',
  'quality-passed',
  'remanded',
]

/**
 * One treatment leaves the dispute (9792.10.6(a)); with the last one the review ends. A draft that
 * speaks of it goes back to the reviewer.
 */
export function terminateTreatment(
  command: CommandOf<'TerminateTreatment'>,
  state: CaseState,
): Decision {
  const { treatmentId, reason, terminatedOn } = command
  const open = openTreatments(state)
  return decided(
    [
      inStatus(state, ...beforeIssue),
      open.some((treatment) => treatment.id === treatmentId)
        ? null
        : no('treatment-not-in-dispute', `"${treatmentId}" is not in dispute`, 'treatmentId'),
      notAfterToday(terminatedOn, command, 'terminatedOn'),
    ],
    () => {
      const events: CaseEvent[] = [
        { type: 'TreatmentTerminated', treatmentId, reason, terminatedOn },
      ]
      if (open.length === 1) {
        return [
          ...events,
          { type: 'ReviewTerminated', reason, terminatedOn },
          ...stopClocks(state, () => true, terminatedOn),
        ]
      }
      if (state.status === 'quality' || state.status === 'quality-passed') {
        events.push({ type: 'DraftReturned', reasons: [`${treatmentId} left the dispute`] })
      }
      return events
    },
  )
}

/** The whole review ends without a determination; all clocks stop. */
export function terminateReview(command: CommandOf<'TerminateReview'>, state: CaseState): Decision {
  const { reason, terminatedOn } = command
  return decided(
    [inStatus(state, ...beforeIssue), notAfterToday(terminatedOn, command, 'terminatedOn')],
    () => [
      { type: 'ReviewTerminated', reason, terminatedOn },
      ...stopClocks(state, () => true, terminatedOn),
    ],
  )
}

/** Regular becomes expedited or the other way round; clocks of the other kind start (9792.10.4(c)). */
export function convertPriority(command: CommandOf<'ConvertPriority'>, state: CaseState): Decision {
  const { to, reason } = command
  const standing = inStatus(state, ...beforeIssue)
  const clocks = standing ? null : startClocks(command, state)
  const convertedOn = pacificDateOf(command.at)
  return decided(
    [
      standing,
      to === state.priority ? no('priority-already', `the review is ${to} already`, 'to') : null,
      said(reason, 'reason'),
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () => [
      { type: 'PriorityConverted', to, reason, convertedOn },
      ...stopClocks(state, (clock) => isRecordClock(clock) || isDecisionClock(clock), convertedOn),
      ...(clocks?.ok ? clocks.value : []),
    ],
  )
}

/** A running clock is past its end. */
export function runOutClock(command: CommandOf<'RunOutClock'>, state: CaseState): Decision {
  const running = state.clocks.find(
    (clock) => clock.clock === command.clock && clock.status === 'running',
  )
  const ranOutOn = running ? dayAfter(running.deadline.due, command.at) : null
  return decided(
    [
      running ? null : no('clock-not-running', `clock ${command.clock} is not running`, 'clock'),
      running && ranOutOn === null
        ? no('clock-still-running', `clock ${command.clock} has not run out yet`, 'clock')
        : null,
    ],
    () => (ranOutOn ? [{ type: 'ClockRanOut', clock: command.clock, ranOutOn }] : []),
  )
}

/** The day of `now` where the due day is over or the due hour is past; else null. */
function dayAfter(
  due: { readonly on: string } | { readonly at: Instant },
  now: Instant,
): ReturnType<typeof pacificDateOf> | null {
  const today = pacificDateOf(now)
  const past = 'on' in due ? today > due.on : now > due.at
  return past ? today : null
}
