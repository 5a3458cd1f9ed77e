import { pacificDateOf } from '#foundation'
import { endedOn, startClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { CaseEvent } from './event.ts'
import { type Decision, decided, no, notAfterToday, notBefore, said } from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * R7: what the claims administrator sends to the review organization goes to the employee and the
 * physician at the same time (Labor Code 4610.5(l), (o)). A person notes what shows it, or that
 * nothing does; what is absent may be proved later, what is proved stays.
 */
export function noteCopyToParties(
  command: CommandOf<'NoteCopyToParties'>,
  state: CaseState,
): Decision {
  const { documentId, copy } = command
  const notedOn = pacificDateOf(command.at)
  const file = state.records.find((record) => record.documentId === documentId)
  const noted = state.copiesToParties.find((one) => one.documentId === documentId)
  const standing =
    file === undefined
      ? no('record-not-received', `there is no file "${documentId}"`, 'documentId')
      : file.from !== 'claims-administrator'
        ? no('copy-not-owed', `the ${file.from} sent this file`, 'documentId')
        : noted?.copy.kind === 'proved' || noted?.copy.kind === copy.kind
          ? no('copy-noted-already', `the copy of "${documentId}" is ${noted.copy.kind}`)
          : null
  const clocks = standing ? null : startClocks(command, state)
  return decided(
    [
      standing,
      copy.kind === 'proved' ? said(copy.proof, 'copy.proof') : said(copy.because, 'copy.because'),
      copy.kind === 'proved' ? notAfterToday(copy.copiedOn, command, 'copy.copiedOn') : null,
      copy.kind === 'proved'
        ? notBefore(copy.copiedOn, state.assignedOn, 'the assignment', 'copy.copiedOn')
        : null,
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () => {
      const noting: CaseEvent = { type: 'CopyToPartiesNoted', documentId, copy, notedOn }
      if (!clocks?.ok) return []
      return [
        noting,
        ...(copy.kind === 'proved'
          ? endedOn(clocks.value, copy.copiedOn)
          : clocks.value.flatMap((event): readonly CaseEvent[] =>
              event.type === 'ClockStarted'
                ? [event, { type: 'ClockRanOut', clock: event.clock, ranOutOn: notedOn }]
                : [event],
            )),
      ]
    },
  )
}
