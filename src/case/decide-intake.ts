import { isNonEmpty, pacificDateOf, type Refusal } from '#foundation'
import type { PartyRole } from '#intake'
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
      notYetHappened(application, command),
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
  const moved = state.terminatedTreatments.filter(
    ({ treatmentId }) =>
      treatmentNamed(application, treatmentId) !== treatmentNamed(state.application, treatmentId),
  )
  return decided(
    [
      inStatus(state, 'received', 'awaiting-information', 'eligible', 'deferred', 'ineligible'),
      said(reason, 'reason'),
      notYetHappened(application, command),
      moved.map(({ treatmentId }) =>
        no(
          'terminated-treatment-changed',
          `${treatmentId} left the dispute and must stay in its place`,
          'application.disputedTreatments',
        ),
      ),
    ],
    () => [
      { type: 'ApplicationAmended', application, amendedOn, reason },
      ...stopClocks(state, (clock) => clock === 'E1', amendedOn),
    ],
  )
}

/** Days of the application that lie after the day of the act. */
function notYetHappened(
  application: NonNullable<CaseState['application']>,
  command: Pick<CommandOf<'ReceiveApplication'>, 'at'>,
): readonly Refusal[] {
  const { receivedOn, signature, utilizationReview } = application
  return [
    notAfterToday(receivedOn, command, 'application.receivedOn'),
    signature ? notAfterToday(signature.signedOn, command, 'application.signature.signedOn') : null,
    utilizationReview
      ? notAfterToday(utilizationReview.servedOn, command, 'application.utilizationReview.servedOn')
      : null,
  ].filter((refusal) => refusal !== null)
}

function treatmentNamed(application: CaseState['application'], id: string): string | undefined {
  return application?.disputedTreatments.find((treatment) => treatment.id === id)?.treatment
}

/**
 * The party asked answers in words (8 CCR 9792.10.3(c)): a party for itself, the office for whoever
 * was asked. With the last answer the clock stops and eligibility is tested again.
 */
export function answerInformation(
  command: CommandOf<'AnswerInformation'>,
  state: CaseState,
): Decision {
  const { from, answer, by } = command
  const answeredOn = pacificDateOf(command.at)
  const standing = inStatus(state, 'awaiting-information')
  const asked = state.informationRequested.map((request) => request.from)
  const isParty = by.kind === 'person' && by.role in speaksFor
  const speaks = !isParty || (speaksFor[by.role] ?? []).includes(from)
  // The table alone may wait for information; then the office records what came from anybody.
  const wasAsked = asked.includes(from) || (asked.length === 0 && !isParty)
  const last = asked.every((party) => party === from)
  return decided(
    [
      standing,
      said(answer, 'answer'),
      speaks ? null : no('not-the-party-asked', `the answer is not from the ${from}`, 'from'),
      standing || wasAsked
        ? null
        : no('not-the-party-asked', `the ${from} was not asked for anything`, 'from'),
    ],
    () => [
      { type: 'InformationAnswered', from, answer, answeredOn },
      ...(last ? stopClocks(state, (clock) => clock === 'E1', answeredOn) : []),
    ],
  )
}

/** For whom a party's user speaks. */
const speaksFor: Readonly<Record<string, readonly PartyRole[]>> = {
  employee: ['employee', 'representative'],
  'claims-administrator': ['claims-administrator'],
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
