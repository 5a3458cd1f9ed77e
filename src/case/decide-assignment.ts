import { pacificDateOf } from '#foundation'
import { startClocks, stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import { type Decision, decided, inStatus, no, ofKind } from './guards.ts'
import type { CaseState } from './state.ts'

/** The review is opened and the parties are told; the clocks of the records start (9792.10.4, .5). */
export function assignReview(command: CommandOf<'AssignReview'>, state: CaseState): Decision {
  const standing = standingOf(state)
  const clocks = standing ? null : startClocks(command, state)
  return decided(
    [
      standing,
      ofKind(command.notice, 'assignment-notice', 'notice'),
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () => [
      {
        type: 'ReviewAssigned',
        assignedOn: pacificDateOf(command.at),
        noticeMethod: command.noticeMethod,
        notice: command.notice,
      },
      ...stopClocks(state, (clock) => clock === 'A1', pacificDateOf(command.at)),
      ...(clocks?.ok ? clocks.value : []),
    ],
  )
}

/** Why the review cannot be assigned, in the words that help most. */
function standingOf(state: CaseState): ReturnType<typeof inStatus> {
  if (state.status === 'none') return inStatus(state, 'eligible')
  if (state.assignedOn) return no('already-assigned', `assigned on ${state.assignedOn}`)
  if (!state.eligibility) {
    return no('eligibility-not-tested', 'the eligibility table has not been gone through')
  }
  if (state.eligibility.verdict !== 'eligible') {
    const row = state.eligibility.tests.find((test) => test.result === 'failed')
    return no(
      'case-not-eligible',
      `the verdict is "${state.eligibility.verdict}"${row ? `: row ${row.row}, ${row.because}` : ''}`,
    )
  }
  return inStatus(state, 'eligible')
}
