import { ok, type PlainDate, pacificDateOf, type Result } from '#foundation'
import type { ArtifactReference } from '#integrity'
import { composeNotice, findNoticeTemplate, recipientsOf } from '#letters'
import { type Acted, actOn, decideAll } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import { type ChosenRecipient, chooseRecipients } from './choose-recipients.ts'
import type { Act, Deps } from './deps.ts'
import { withNotice } from './send-notice.ts'

/** The Director's finding of eligibility came: one business day to assign runs (9792.10.4(b)). */
export async function receiveEligibilityFinding(
  deps: Deps,
  act: Act,
  caseId: string,
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'ReceiveEligibilityFinding' } as const
    const certificates = await certifyClocks(deps, act, command, state)
    return certificates.ok ? ok([{ ...command, certificates: certificates.value }]) : certificates
  })
}

/**
 * The finding that no review is opened, or not yet, goes to the parties with its reasons; where it
 * is final, the thirty days to petition run (8 CCR 10575).
 */
export async function serveEligibilityFinding(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly recipients?: readonly ChosenRecipient[] } = {},
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const chosen = request.recipients
      ? chooseRecipients(state.application, request.recipients)
      : ok(state.application ? recipientsOf(state.application) : [])
    if (!chosen.ok) return chosen
    const recipients = chosen.value
    const command = { type: 'ServeEligibilityFinding', recipients } as const
    const certificates = await certifyClocks(deps, act, command, state)
    if (!certificates.ok) return certificates
    const template = findNoticeTemplate(
      state.status === 'deferred' ? 'deferral' : 'ineligibility',
      pacificDateOf(act.at),
    )
    if (!template.ok) return template
    // The day to petition until stands in the notice: the case as the step will leave it.
    const after = decideAll(act, state, [
      { ...command, notice: notYetPrinted, certificates: certificates.value },
    ])
    if (!after.ok) return after
    const notice = composeNotice({
      template: template.value,
      state: after.value.state,
      organization: deps.organization,
      date: pacificDateOf(act.at),
    })
    if (!notice.ok) return notice
    return ok([
      {
        ...command,
        notice: await deps.artifacts.put(
          await deps.printer.printNotice(notice.value),
          'assignment-notice',
          'application/pdf',
        ),
        certificates: certificates.value,
      },
    ])
  })
}

/** Stands for the notice while the case is looked at as the notice will leave it; never written. */
const notYetPrinted: ArtifactReference = {
  sha256: '0'.repeat(64),
  bytes: 0,
  mediaType: 'application/pdf',
  kind: 'assignment-notice',
}

/** Notice that the dispute over liability is resolved: thirty days to ask run (4610.5(h)(2)). */
export async function resolveLiability(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly noticeServedOn: PlainDate; readonly reason: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'ResolveLiability', ...request } as const
    const certificates = await certifyClocks(deps, act, command, state)
    if (!certificates.ok) return certificates
    return withNotice(
      deps,
      act,
      caseId,
      state,
      [{ ...command, certificates: certificates.value }],
      { template: 'reopening' },
    )
  })
}

/** The deferred review is asked for again; eligibility is to be tested again. */
export async function reopenReview(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly reason: string; readonly lateBecause?: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'ReopenReview', ...request }]))
}
