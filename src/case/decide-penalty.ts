import { pacificDateOf, type Refusal } from '#foundation'
import type { CommandOf } from './command.ts'
import { penaltyChoicesOf } from './compute-penalty.ts'
import { type Decision, decided, no, said } from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * What no event of a case shows and a person found: a breach of the plan of utilization review
 * (8 CCR 9792.12), or a ground on which an amount is lowered (9792.13). The case keeps who found it
 * and why; a finding that was wrong is taken back with a reason and can be made anew.
 */
export function notePenaltyFinding(
  command: CommandOf<'NotePenaltyFinding'>,
  state: CaseState,
): Decision {
  const { kind, finding, stands, because } = command
  const notedOn = pacificDateOf(command.at)
  return decided(
    [
      state.application === null ? no('no-application', 'the case has no application') : null,
      said(because, 'because'),
      stands ? notFindable(command, state) : notWithdrawable(command, state),
    ],
    () => [{ type: 'PenaltyFindingNoted', kind, finding, stands, because, notedOn }],
  )
}

function notFindable(command: CommandOf<'NotePenaltyFinding'>, state: CaseState): Refusal | null {
  const { kind, finding } = command
  if (standing(command, state)) {
    return no('penalty-finding-stands', `"${finding}" was found already`, 'finding')
  }
  const choices = penaltyChoicesOf(state, pacificDateOf(command.at))
  const known = (kind === 'breach' ? choices.findings : choices.mitigation).map(({ id }) => id)
  return known.includes(finding)
    ? null
    : no(
        'penalty-finding-unknown',
        `the rules of the time have no ${kind} "${finding}"; they have ${known.join(', ') || 'none'}`,
        'finding',
      )
}

function notWithdrawable(
  command: CommandOf<'NotePenaltyFinding'>,
  state: CaseState,
): Refusal | null {
  return standing(command, state)
    ? null
    : no('penalty-finding-not-there', `"${command.finding}" was not found`, 'finding')
}

function standing({ kind, finding }: CommandOf<'NotePenaltyFinding'>, state: CaseState): boolean {
  return state.penaltyFindings.some((one) => one.kind === kind && one.finding === finding)
}
