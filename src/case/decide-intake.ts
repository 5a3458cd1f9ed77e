import { isNonEmpty, pacificDateOf } from '#foundation'
import { startClocks, stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { CaseEvent } from './event.ts'
import { openTreatments } from './evolve.ts'
import {
  type Decision,
  decided,
  inStatus,
  no,
  notAfterToday,
  notBefore,
  ofKind,
  said,
} from './guards.ts'
import type { CaseState } from './state.ts'

/** The application opens the case, once (8 CCR 9792.10.1). */
export function receiveApplication(
  command: CommandOf<'ReceiveApplication'>,
  state: CaseState,
): Decision {
  const { caseNumber, application, source } = command
  return decided(
    [
      state.status === 'none'
        ? null
        : no('application-already-received', `this is case ${state.caseNumber}`),
      said(caseNumber, 'caseNumber'),
      ofKind(source, 'application', 'source'),
      notAfterToday(application.receivedOn, command, 'application.receivedOn'),
    ],
    () => [{ type: 'ApplicationReceived', caseNumber, application, source }],
  )
}

/** The table was gone through; treatments authorized since leave the dispute (8 CCR 9792.10.3). */
export function recordEligibility(
  command: CommandOf<'RecordEligibility'>,
  state: CaseState,
): Decision {
  const { table, artifact } = command
  const testedOn = pacificDateOf(command.at)
  return decided(
    [
      inStatus(state, 'received', 'awaiting-information', 'eligible', 'deferred', 'ineligible'),
      table.tests.length > 0
        ? null
        : no('eligibility-table-empty', 'the table has no rows', 'table.tests'),
      ofKind(artifact, 'eligibility-table', 'artifact'),
    ],
    () => [
      { type: 'EligibilityTested', table, artifact, testedOn },
      ...(table.verdict === 'eligible' ? (table.authorizedTreatments ?? []) : [])
        .filter((id) => openTreatments(state).some((treatment) => treatment.id === id))
        .map(
          (treatmentId): CaseEvent => ({
            type: 'TreatmentTerminated',
            treatmentId,
            reason: 'authorized',
            terminatedOn: testedOn,
          }),
        ),
    ],
  )
}

/** A party is asked for what a test lacks; the time to answer starts (8 CCR 9792.10.3(c)). */
export function requestInformation(
  command: CommandOf<'RequestInformation'>,
  state: CaseState,
): Decision {
  const { from, what } = command
  const clocks = startClocks(command, state)
  return decided(
    [
      inStatus(state, 'received', 'awaiting-information'),
      said(what, 'what'),
      clocks.ok ? null : clocks.refusals,
    ],
    () => [
      { type: 'InformationRequested', from, what, requestedOn: pacificDateOf(command.at) },
      ...(clocks.ok ? clocks.value : []),
    ],
  )
}

/** The answer came, or what was missing: the application is read anew and eligibility tested again. */
export function amendApplication(
  command: CommandOf<'AmendApplication'>,
  state: CaseState,
): Decision {
  const { application, reason } = command
  const amendedOn = pacificDateOf(command.at)
  return decided(
    [
      inStatus(state, 'received', 'awaiting-information', 'eligible', 'deferred', 'ineligible'),
      said(reason, 'reason'),
      notAfterToday(application.receivedOn, command, 'application.receivedOn'),
    ],
    () => [
      { type: 'ApplicationAmended', application, amendedOn, reason },
      ...stopClocks(state, (clock) => clock === 'E1', amendedOn),
    ],
  )
}

/** The party asked answers in words; eligibility is tested again (8 CCR 9792.10.3(c)). */
export function answerInformation(
  command: CommandOf<'AnswerInformation'>,
  state: CaseState,
): Decision {
  const { from, answer } = command
  const answeredOn = pacificDateOf(command.at)
  return decided([inStatus(state, 'awaiting-information'), said(answer, 'answer')], () => [
    { type: 'InformationAnswered', from, answer, answeredOn },
    ...stopClocks(state, (clock) => clock === 'E1', answeredOn),
  ])
}

/** The Director found the application eligible: one business day to assign (8 CCR 9792.10.4(b)). */
export function receiveEligibilityFinding(
  command: CommandOf<'ReceiveEligibilityFinding'>,
  state: CaseState,
): Decision {
  const standing = inStatus(state, 'eligible')
  const clocks = standing ? null : startClocks(command, state)
  return decided(
    [
      standing,
      state.findingReceivedOn
        ? no('already-served', `the finding came on ${state.findingReceivedOn}`)
        : null,
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () => [
      { type: 'EligibilityFindingReceived', receivedOn: pacificDateOf(command.at) },
      ...(clocks?.ok ? clocks.value : []),
    ],
  )
}

/** The reasons go to the parties; the time to petition runs where no review is opened (10575(a)). */
export function serveEligibilityFinding(
  command: CommandOf<'ServeEligibilityFinding'>,
  state: CaseState,
): Decision {
  const { recipients, notice } = command
  const standing = inStatus(state, 'ineligible', 'duplicate', 'deferred')
  const clocks = standing ? null : startClocks(command, state)
  return decided(
    [
      standing,
      state.findingServedOn ? no('already-served', `served on ${state.findingServedOn}`) : null,
      recipients.some((recipient) => recipient.role === 'employee')
        ? null
        : no('recipient-missing', 'the employee is not served', 'recipients'),
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () =>
      isNonEmpty(recipients)
        ? [
            {
              type: 'EligibilityFindingServed',
              servedOn: pacificDateOf(command.at),
              recipients,
              notice,
            },
            ...(clocks?.ok ? clocks.value : []),
          ]
        : [],
  )
}

/** The other dispute is resolved: thirty days to ask for the deferred review run (F4). */
export function resolveLiability(
  command: CommandOf<'ResolveLiability'>,
  state: CaseState,
): Decision {
  const { noticeServedOn, reason } = command
  const standing = inStatus(state, 'deferred')
  const clocks = standing ? null : startClocks(command, state)
  return decided(
    [
      standing,
      state.liabilityResolvedOn
        ? no('already-served', `notice was served on ${state.liabilityResolvedOn}`)
        : null,
      said(reason, 'reason'),
      notAfterToday(noticeServedOn, command, 'noticeServedOn'),
      notBefore(
        noticeServedOn,
        state.application?.dateOfInjury ?? null,
        'the injury',
        'noticeServedOn',
      ),
      clocks && !clocks.ok ? clocks.refusals : null,
    ],
    () => [
      { type: 'LiabilityResolved', noticeServedOn, reason },
      ...(clocks?.ok ? clocks.value : []),
    ],
  )
}

/** The deferred review is taken up again, in time or with a reason why late. */
export function reopenReview(command: CommandOf<'ReopenReview'>, state: CaseState): Decision {
  const reopenedOn = pacificDateOf(command.at)
  const time = state.clocks.find((clock) => clock.clock === 'F4')
  const due = time && 'on' in time.deadline.due ? time.deadline.due.on : null
  const late = due !== null && reopenedOn > due
  const because = command.lateBecause?.trim()
  return decided(
    [
      inStatus(state, 'deferred'),
      state.status === 'deferred' && state.liabilityResolvedOn === null
        ? no('liability-not-resolved', 'no notice that liability is resolved is in the case')
        : null,
      said(command.reason, 'reason'),
      late && !because
        ? no('reopened-too-late', `asked for on ${reopenedOn}, the last day was ${due}`)
        : null,
    ],
    () => [
      {
        type: 'ReviewReopened',
        reopenedOn,
        reason: late ? `${command.reason}; late because: ${because}` : command.reason,
      },
      ...stopClocks(state, (clock) => clock === 'F4', reopenedOn),
    ],
  )
}
