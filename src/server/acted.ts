import type { CaseState } from '#case'
import { ok, type Result } from '#foundation'

/** What an acknowledged step answers to the outside: where the case now stands. */
export function acted(
  step: Result<{
    readonly caseId: string
    readonly version: number
    readonly state: CaseState
  }>,
): Result<{
  readonly caseId: string
  readonly version: number
  readonly status: CaseState['status']
}> {
  if (!step.ok) return step
  const { caseId, version, state } = step.value
  return ok({ caseId, version, status: state.status })
}
