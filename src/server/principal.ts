import type { Role } from '#api'
import type { Actor, CaseRow } from '#case'
import type { User } from '#store'

/** Who calls: a signed-in user, or the public. */
export type Principal =
  | { readonly role: 'public' }
  | {
      readonly role: Exclude<Role, 'public'>
      readonly userId: string
      readonly displayName: string
      readonly reviewerId: string | null
      readonly claimsAdministrator: string | null
      readonly caseIds: readonly string[]
    }

export type SignedIn = Exclude<Principal, { readonly role: 'public' }>

export const thePublic: Principal = { role: 'public' }

export function principalOf(user: User): SignedIn {
  return {
    role: user.role,
    userId: user.userId,
    displayName: user.displayName,
    reviewerId: user.reviewerId,
    claimsAdministrator: user.claimsAdministrator,
    caseIds: user.caseIds,
  }
}

/**
 * The actor that events will carry: a reviewer by the id in the register, anybody else by the
 * account. The public never acts on a case.
 */
export function actorOf(principal: Principal): Actor {
  if (principal.role === 'public') throw new TypeError('the public does not act on a case')
  const { userId, reviewerId, role } = principal
  return {
    kind: 'person',
    userId: role === 'reviewer' && reviewerId !== null ? reviewerId : userId,
    role,
  }
}

/**
 * Whether the case is the caller's own: the reviewer's assigned case, the company's claim, the case
 * given to the worker. Staff own no case.
 */
export function ownsCase(principal: Principal, row: CaseRow): boolean {
  switch (principal.role) {
    case 'reviewer':
      return principal.reviewerId !== null && row.reviewerId === principal.reviewerId
    case 'claims-administrator':
      return (
        principal.claimsAdministrator !== null &&
        row.claimsAdministrator === principal.claimsAdministrator
      )
    case 'employee':
      return principal.caseIds.includes(row.caseId)
    case 'administrator':
    case 'case-manager':
    case 'quality':
    case 'public':
      return false
  }
}
