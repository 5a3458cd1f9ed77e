import { type Instant, pacificDateOf, type Refusal } from '#foundation'
import { isDecisionClock, isRecordClock, outlivesReview } from './clock-kinds.ts'
import { endedOn, startClocks, stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { CaseEvent } from './event.ts'
import { openTreatments } from './evolve.ts'
import {
  beforeIssue,
  type Decision,
  decided,
  inStatus,
  no,
  notAfterToday,
  notBefore,
  said,
} from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * One treatment leaves the dispute (9792.10.6(a)); with the last one the review ends. A draft that
 * speaks of it goes back to the reviewer.
 */
export function terminateTreatment(
  command: CommandOf<'TerminateTreatment'>,
  state: CaseState,
): Decision {
  const { treatmentId, reason, terminatedOn, authorization } = command
  const open = openTreatments(state)
  const told = toldOf(command, state)
  return decided(
    [
      inStatus(state, ...beforeIssue),
      open.some((treatment) => treatment.id === treatmentId)
        ? null
        : no('treatment-not-in-dispute', `"${treatmentId}" is not in dispute`, 'treatmentId'),
      notAfterToday(terminatedOn, command, 'terminatedOn'),
      told.refusals,
    ],
    () => {
      const events: CaseEvent[] = [
        ...told.events,
        {
          type: 'TreatmentTerminated',
          treatmentId,
          reason,
          terminatedOn,
          ...(authorization ? { authorization } : {}),
        },
      ]
      if (open.length === 1) {
        return [
          ...events,
          { type: 'ReviewTerminated', reason, terminatedOn },
          ...stopClocks(state, (clock) => !outlivesReview(clock), terminatedOn),
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
  const { reason, terminatedOn, authorization } = command
  const told = toldOf(command, state)
  return decided(
    [
      inStatus(state, ...beforeIssue),
      notAfterToday(terminatedOn, command, 'terminatedOn'),
      told.refusals,
    ],
    () => [
      ...told.events,
      {
        type: 'ReviewTerminated',
        reason,
        terminatedOn,
        ...(authorization ? { authorization } : {}),
      },
      ...stopClocks(state, (clock) => !outlivesReview(clock), terminatedOn),
    ],
  )
}

/**
 * W1: who authorizes tells the review organization within five days (9792.10.6(a), Labor Code
 * 4610.5(g)). The clock starts with the authorization and ends on the day we were told, or ran out.
 */
function toldOf(
  command: CommandOf<'TerminateTreatment'> | CommandOf<'TerminateReview'>,
  state: CaseState,
): { readonly refusals: readonly Refusal[]; readonly events: readonly CaseEvent[] } {
  const { authorization, reason, certificates = {} } = command
  if (authorization && reason !== 'authorized') {
    return {
      refusals: [
        no('authorization-of-something-else', `the reason is "${reason}"`, 'authorization'),
      ],
      events: [],
    }
  }
  const clocks = startClocks({ ...command, certificates }, state)
  if (!clocks.ok) return { refusals: clocks.refusals, events: [] }
  if (!authorization) return { refusals: [], events: [] }
  const { authorizedOn, toldOn } = authorization
  const decidedOn = state.application?.utilizationReview?.decidedOn ?? null
  const refusals = [
    notBefore(authorizedOn, decidedOn, 'the decision', 'authorization.authorizedOn'),
    notBefore(toldOn, authorizedOn, 'the authorization', 'authorization.toldOn'),
    notAfterToday(toldOn, command, 'authorization.toldOn'),
  ].filter((refusal) => refusal !== null)
  return { refusals, events: endedOn(clocks.value, toldOn) }
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
