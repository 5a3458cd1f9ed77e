import { ok, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import type { Act, Deps } from './deps.ts'

/** The case goes to an office or to a case manager; what is not named stays. */
export async function placeCase(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly office?: string | null; readonly caseManager?: string | null },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'PlaceCase', ...request }]))
}
