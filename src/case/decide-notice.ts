import { isNonEmpty, pacificDateOf } from '#foundation'
import type { CommandOf } from './command.ts'
import { type Decision, decided, no, said } from './guards.ts'
import type { CaseState } from './state.ts'

/** A document of ours goes to parties, in any status: the ledger says which, to whom and when. */
export function sendNotice(command: CommandOf<'SendNotice'>, state: CaseState): Decision {
  const { template, notice, recipients } = command
  return decided(
    [
      state.status === 'none' ? no('no-application', 'the case has no application') : null,
      said(template, 'template'),
      isNonEmpty(recipients) ? null : no('recipient-missing', 'nobody gets it', 'recipients'),
    ],
    () =>
      isNonEmpty(recipients)
        ? [
            {
              type: 'NoticeSent',
              template,
              notice,
              recipients,
              sentOn: pacificDateOf(command.at),
            },
          ]
        : [],
  )
}
