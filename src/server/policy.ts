import type { Operation, Scope } from '#api'
import type { CaseRow } from '#case'
import { ok, type Result, refuse, refused } from '#foundation'
import { ownsCase, type Principal } from './principal.ts'
import { serverRefusals } from './refusals.ts'

/**
 * Whether the caller's role may call the operation at all.
 * Refusals: `not-signed-in` for the public, `not-allowed` for anybody else.
 */
export function permitRole(operation: Operation, principal: Principal): Result<Scope> {
  const scope = operation.policy[principal.role]
  if (scope !== 'none') return ok(scope)
  return principal.role === 'public'
    ? refused(refuse(serverRefusals, 'not-signed-in', `"${operation.id}" needs a session`))
    : refused(
        refuse(
          serverRefusals,
          'not-allowed',
          `the role ${principal.role} may not call "${operation.id}"`,
        ),
      )
}

/**
 * Whether the caller may call an operation with this scope on this case. A case outside the scope
 * is answered like one that does not exist. Refusal: `case-unknown`.
 */
export function permitCase(
  scope: Scope,
  principal: Principal,
  caseId: string,
  row: CaseRow | null,
): Result<CaseRow> {
  if (row !== null && (scope === 'any' || (scope === 'own' && ownsCase(principal, row)))) {
    return ok(row)
  }
  return refused(
    refuse(serverRefusals, 'case-unknown', `there is no case "${caseId}"`, 'params.caseId'),
  )
}
