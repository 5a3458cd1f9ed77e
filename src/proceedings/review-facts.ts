import { ok, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import type { Act, Deps } from './deps.ts'

/** The physician confirms or rejects proposed facts; an empty answer confirms nothing. */
export async function reviewFacts(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly confirmed: readonly string[]; readonly rejected: readonly string[] },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'ReviewFacts', ...request }]))
}

/** The physician writes the clinical case summary (8 CCR 9792.10.6(d)). */
export async function writeCaseSummary(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly text: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'WriteCaseSummary', ...request }]))
}
