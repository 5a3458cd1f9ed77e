import { type Instant, ok, type Result, refuse, refused } from '#foundation'
import type { User, UserStore } from '#store'
import { passwordMatches } from './passwords.ts'
import { serverRefusals } from './refusals.ts'

export type LockOut = {
  /** Failures in a row after which the account is locked. */
  readonly afterFailures: number
  readonly minutes: number
}

/**
 * The user with this name and password. One refusal, `sign-in-failed`, for a name that nobody has,
 * a wrong password, a locked and a disabled account; a password is checked in each.
 */
export async function signInWith(
  users: UserStore,
  given: { readonly userName: string; readonly password: string },
  now: Instant,
  lockOut: LockOut,
): Promise<Result<User>> {
  const user = await users.findByName(given.userName)
  const matches = await passwordMatches(given.password, user?.passwordHash ?? null)
  const locked = user !== null && user.lockedUntil !== null && user.lockedUntil > now
  if (user !== null && matches && !locked && !user.disabled) {
    await users.forgetFailures(user.userId)
    return ok(user)
  }
  if (user !== null && !matches && !locked) {
    await users.countFailure({
      userId: user.userId,
      lockAfter: lockOut.afterFailures,
      lockUntil: new Date(Date.parse(now) + lockOut.minutes * 60_000).toISOString() as Instant,
    })
  }
  return refused(
    refuse(serverRefusals, 'sign-in-failed', 'the user name and the password do not go together'),
  )
}
