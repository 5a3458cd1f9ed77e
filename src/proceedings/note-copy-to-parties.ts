import type { CopyToParties } from '#case'
import { ok, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'

/** What shows that the parties have a copy of a file, or that nothing does (4610.5(l), (o)). */
export async function noteCopyToParties(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly documentId: string; readonly copy: CopyToParties },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'NoteCopyToParties', ...request } as const
    const certificates = await certifyClocks(deps, act, command, state)
    return certificates.ok ? ok([{ ...command, certificates: certificates.value }]) : certificates
  })
}
