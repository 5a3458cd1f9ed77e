import type { PenaltyFindingKind } from '#case'
import { ok, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import type { Act, Deps } from './deps.ts'

/** A breach or a ground of mitigation that a person found, or took back (9792.12, 9792.13). */
export async function notePenaltyFinding(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly kind: PenaltyFindingKind
    readonly finding: string
    readonly stands: boolean
    readonly because: string
  },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'NotePenaltyFinding', ...request }]))
}
