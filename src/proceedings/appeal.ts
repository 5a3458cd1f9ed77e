import type { WrongFactProof } from '#case'
import { ok, type PlainDate, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'

/** The five grounds of an appeal, by their number in Labor Code 4610.6(h). */
export type AppealGround = 1 | 2 | 3 | 4 | 5

/** A petition was filed with the Appeals Board: implementation waits (LC 4610.6(h), 8 CCR 10575). */
export async function fileAppeal(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly filedOn: PlainDate; readonly ground: AppealGround },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'FileAppeal', ...request }]))
}

/** The determination was left standing; the clocks of authorization and payment start anew. */
export async function affirmDetermination(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly affirmedOn: PlainDate },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'AffirmDetermination', ...request } as const
    const certificates = await certifyClocks(deps, act, command, state)
    return certificates.ok ? ok([{ ...command, certificates: certificates.value }]) : certificates
  })
}

/**
 * The dispute came back for another reviewer (LC 4610.6(i)), with the ground, the wrong
 * fact that the order names and the page of the record that proves it. Whoever made the determination is blocked from then on, and the clock of
 * the decision starts again.
 */
export async function remandDetermination(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly remandedOn: PlainDate
    readonly ground: AppealGround
    readonly wrongFact: string
    readonly proof?: WrongFactProof
  },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'RemandDetermination', ...request } as const
    const certificates = await certifyClocks(deps, act, command, state)
    return certificates.ok ? ok([{ ...command, certificates: certificates.value }]) : certificates
  })
}
