import type { TerminationReason } from '#case'
import { ok, pacificDateOf, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'

/** One treatment leaves the dispute (8 CCR 9792.10.6(a)): authorized, withdrawn or settled. */
export async function terminateTreatment(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly treatmentId: string; readonly reason: TerminationReason },
): Promise<Result<Acted>> {
  const terminatedOn = pacificDateOf(act.at)
  return actOn(deps, act, caseId, async () =>
    ok([{ type: 'TerminateTreatment', ...request, terminatedOn }]),
  )
}

/** The whole review ends without a determination. */
export async function terminateReview(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly reason: TerminationReason },
): Promise<Result<Acted>> {
  const terminatedOn = pacificDateOf(act.at)
  return actOn(deps, act, caseId, async () =>
    ok([{ type: 'TerminateReview', ...request, terminatedOn }]),
  )
}

/** Regular becomes expedited, or the other way round; the clocks start anew (9792.10.4(c)). */
export async function convertPriority(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly to: 'standard' | 'expedited'; readonly reason: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'ConvertPriority', ...request } as const
    const certificates = await certifyClocks(deps, act, command, state)
    return certificates.ok ? ok([{ ...command, certificates: certificates.value }]) : certificates
  })
}

/** What was overturned has been authorized or paid (8 CCR 9792.10.7(a)). */
export async function recordImplementation(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly treatmentId: string },
): Promise<Result<Acted>> {
  const implementedOn = pacificDateOf(act.at)
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
