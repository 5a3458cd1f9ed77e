import { pacificDateOf } from '#foundation'
import { isDecisionClock } from './clock-kinds.ts'
import { startClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import { type Decision, decided, no, notAfterToday, notBefore, said } from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * D4: the Administrative Director may give up to three more days for good cause (Labor Code
 * 4610.6(d)(2)). Once, with the approval on record, while the clock of the decision runs; that clock
 * is certified anew with the days added.
 */
export function extendDecision(command: CommandOf<'ExtendDecision'>, state: CaseState): Decision {
  const { days, approval, approvedOn, reason } = command
  const extendedOn = pacificDateOf(command.at)
  const running = state.clocks.find(
    ({ clock, status }) => status === 'running' && isDecisionClock(clock),
  )
  const over =
    running &&
    ('on' in running.deadline.due
      ? extendedOn > running.deadline.due.on
      : command.at > running.deadline.due.at)
  const standing =
    running === undefined
      ? no('clock-not-running', 'no clock of the decision is running')
      : over
        ? no('decision-time-over', `the time to decide (${running.clock}) is over`)
        : state.extension
          ? no(
              'decision-extended-already',
              `extended by ${state.extension.days} with approval ${state.extension.approval}`,
            )
          : null
  const clocks = standing ? null : startClocks(command, state)
  return decided(
    [
      standing,
      approval.trim() === ''
        ? no('approval-missing', 'no approval of the Administrative Director is named', 'approval')
        : null,
      said(reason, 'reason'),
      notBefore(approvedOn, state.assignedOn, 'the assignment', 'approvedOn'),
      notAfterToday(approvedOn, command, 'approvedOn'),
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () =>
      running && clocks?.ok
        ? [
            {
              type: 'DecisionExtended',
              clock: running.clock,
              days,
              approval,
              approvedOn,
              reason,
              extendedOn,
            },
            ...clocks.value,
          ]
        : [],
  )
}
