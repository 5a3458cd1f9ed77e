import { pacificDateOf } from '#foundation'
import { startClocks, stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import type { CaseEvent } from './event.ts'
import { openTreatments } from './evolve.ts'
import { type Decision, decided, inStatus, no, notAfterToday, ofKind, said } from './guards.ts'
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
