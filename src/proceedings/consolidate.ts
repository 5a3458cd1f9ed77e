import { ok, type Result, refuse, refused } from '#foundation'
import { type Acted, actOn, loadCase } from './act-on.ts'
import type { Act, Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'
import { withNotice } from './send-notice.ts'

/**
 * Two reviews of one employee, physician and injury become one (8 CCR 9792.10.4(a)): the first takes
 * the other's treatments in, the other ends in it, and its parties are told. Two cases cannot be
 * written in one transaction: if the second step does not happen, calling again finishes it.
 */
export async function consolidateCases(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly joiningCaseNumber: string },
): Promise<Result<Acted>> {
  const { joiningCaseNumber } = request
  const joiningCaseId = (await deps.cases.rowByNumber(joiningCaseNumber))?.caseId
  if (joiningCaseId === undefined) return noOther(`there is no case ${joiningCaseNumber}`)
  const joining = await loadCase(deps, joiningCaseId)
  if (!joining.ok) return joining
  const leading = await loadCase(deps, caseId)
  if (!leading.ok) return leading
  const { application, caseNumber } = joining.value
  if (!application || caseNumber === null || joiningCaseId === caseId) {
    return noOther(`${joiningCaseNumber} is no other case than this one`)
  }
  if (
    !['eligible', 'records-open', 'records-overdue', 'records-complete'].includes(
      joining.value.status,
    )
  ) {
    // Refused by the joining case itself, before anything is written.
    return actOn(deps, act, joiningCaseId, async () =>
      ok([{ type: 'ConsolidateInto', caseId, caseNumber: leading.value.caseNumber ?? '' }]),
    )
  }
  const takenIn: Result<Acted> = leading.value.takenIn.some((one) => one.caseNumber === caseNumber)
    ? ok({ caseId, version: leading.value.version, state: leading.value })
    : await actOn(deps, act, caseId, async () =>
        ok([{ type: 'TakeInApplication', caseId: joiningCaseId, caseNumber, application }]),
      )
  if (!takenIn.ok) return takenIn
  const joined = await actOn(deps, act, joiningCaseId, async (state) =>
    withNotice(
      deps,
      act,
      joiningCaseId,
      state,
      [{ type: 'ConsolidateInto', caseId, caseNumber: leading.value.caseNumber ?? '' }],
      { template: 'consolidation' },
    ),
  )
  return joined.ok ? takenIn : joined
}

function noOther(because: string): Result<never> {
  return refused(refuse(proceedingsRefusals, 'case-unknown', because, 'joiningCaseNumber'))
}
