import { ok, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import type { Act, Deps } from './deps.ts'

/**
 * The reviewer declines, or is taken off the case; nothing of the work goes to the next one, who
 * is selected from the register as it then is (LC 139.5). A reviewer releases nobody else.
 */
export async function releaseReviewer(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly reason: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async ({ reviewerId }) =>
    // Where nobody is on the case, the case says so.
    ok([{ type: 'ReleaseReviewer', reviewerId: reviewerId ?? '', ...request }]),
  )
}
