import { type Authorization, openTreatments, type TerminationReason } from '#case'
import { ok, type PlainDate, pacificDateOf, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'
import { withNotice } from './send-notice.ts'

/**
 * One treatment leaves the dispute (8 CCR 9792.10.6(a)): authorized, withdrawn or settled. The
 * parties are told.
 */
export async function terminateTreatment(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly treatmentId: string
    readonly reason: TerminationReason
    readonly authorization?: Authorization
  },
): Promise<Result<Acted>> {
  const command = {
    type: 'TerminateTreatment',
    ...request,
    terminatedOn: pacificDateOf(act.at),
  } as const
  return actOn(deps, act, caseId, async (state) => {
    const certificates = await certifyClocks(deps, act, command, state)
    if (!certificates.ok) return certificates
    const last = openTreatments(state).every(({ id }) => id === request.treatmentId)
    return withNotice(
      deps,
      act,
      caseId,
      state,
      [{ ...command, certificates: certificates.value }],
      { template: last ? 'termination' : 'treatment-termination' },
    )
  })
}

/** The whole review ends without a determination, and the parties are told. */
export async function terminateReview(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly reason: TerminationReason; readonly authorization?: Authorization },
): Promise<Result<Acted>> {
  const command = {
    type: 'TerminateReview',
    ...request,
    terminatedOn: pacificDateOf(act.at),
  } as const
  return actOn(deps, act, caseId, async (state) => {
    const certificates = await certifyClocks(deps, act, command, state)
    if (!certificates.ok) return certificates
    return withNotice(
      deps,
      act,
      caseId,
      state,
      [{ ...command, certificates: certificates.value }],
      { template: 'termination' },
    )
  })
}

/**
 * Regular becomes expedited, or the other way round; the clocks start anew (9792.10.4(c)), and the
 * parties are told the new days.
 */
export async function convertPriority(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly to: 'standard' | 'expedited'; readonly reason: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'ConvertPriority', ...request } as const
    const certificates = await certifyClocks(deps, act, command, state)
    if (!certificates.ok) return certificates
    return withNotice(
      deps,
      act,
      caseId,
      state,
      [{ ...command, certificates: certificates.value }],
      { template: 'conversion', values: { 'conversion.reason': request.reason } },
    )
  })
}

/** What was overturned has been authorized or paid (8 CCR 9792.10.7(a)). */
export async function recordImplementation(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly treatmentId: string
    /** By default the day of the act. */
    readonly implementedOn?: PlainDate
  },
): Promise<Result<Acted>> {
  const implementedOn = request.implementedOn ?? pacificDateOf(act.at)
  return actOn(deps, act, caseId, async () =>
    ok([{ type: 'ImplementDetermination', ...request, implementedOn }]),
  )
}

/** The sweeper found a clock past its end; a clock that was answered meanwhile is refused. */
export async function runOutClock(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly clock: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'RunOutClock', ...request }]))
}
