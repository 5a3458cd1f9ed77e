import { ok, type PlainDate, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'

/** The Administrative Director gave up to three more days to decide (Labor Code 4610.6(d)(2)). */
export async function extendDecision(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly days: number
    readonly approval: string
    readonly approvedOn: PlainDate
    readonly reason: string
  },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'ExtendDecision', ...request } as const
    const certificates = await certifyClocks(deps, act, command, state)
    return certificates.ok ? ok([{ ...command, certificates: certificates.value }]) : certificates
  })
}
