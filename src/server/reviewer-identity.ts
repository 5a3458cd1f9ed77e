import type { Operation } from '#api'

/** Members that name a reviewer inside the organization; no outward schema has them. */
const identityMembers: ReadonlySet<string> = new Set([
  'reviewerId',
  'reviewerUserId',
  'blockedReviewerId',
  'blockedReviewerIds',
])

/** Roles inside the organization that assign reviewers and so know who they are. */
const rolesThatKnow: ReadonlySet<string> = new Set(['case-manager', 'administrator'])

/** Whether only roles that know the reviewers may call the operation. */
export function mayNameReviewer(operation: Operation): boolean {
  return Object.entries(operation.policy).every(
    ([role, scope]) => scope === 'none' || rolesThatKnow.has(role),
  )
}

/**
 * The answer without anything that names a reviewer: members that hold an identity are left out,
 * and ids of the register that stand in any text are replaced. Lab. Code 4610.6(f): names are
 * confidential in all communications outside the organization. The schemas already have no place
 * for them; this is the second wall, in one place for all operations.
 */
export function withoutReviewerIdentity(answer: unknown, identities: ReadonlySet<string>): unknown {
  if (typeof answer === 'string') {
    let text = answer
    for (const identity of identities) {
      if (text.includes(identity)) text = text.replace(wholeWord(identity), 'expert reviewer')
    }
    return text
  }
  if (Array.isArray(answer)) return answer.map((item) => withoutReviewerIdentity(item, identities))
  if (typeof answer === 'object' && answer !== null) {
    return Object.fromEntries(
      Object.entries(answer)
        .filter(([name]) => !identityMembers.has(name))
        .map(([name, value]) => [name, withoutReviewerIdentity(value, identities)]),
    )
  }
  return answer
}

/** The id where it stands by itself: `rv-1` is not a part of `rv-12`. */
function wholeWord(identity: string): RegExp {
  return new RegExp(`(?<![\\w-])${identity.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'g')
}
