import { randomBytes } from 'node:crypto'
import type { Instant } from '#foundation'
import { sha256Of } from '#integrity'
import type { User, UserStore } from '#store'
import type { SessionLimits } from './services.ts'

/** Opens a session and gives its token: 256 random bits, kept by the browser; the store has the hash. */
export async function openSession(users: UserStore, userId: string, at: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await users.openSession({ tokenSha256: sha256Of(token), userId, at })
  return token
}

/** The user of a session that is still open; a session past its limits is ended. */
export async function userOfSession(
  users: UserStore,
  token: string,
  now: Instant,
  limits: SessionLimits,
): Promise<User | null> {
  const tokenSha256 = sha256Of(token)
  const session = await users.findSession(tokenSha256)
  if (session === null) return null
  const moment = Date.parse(now)
  const idle = moment - Date.parse(session.lastUsedAt)
  const age = moment - Date.parse(session.openedAt)
  if (idle > limits.idleMinutes * 60_000 || age > limits.absoluteHours * 3_600_000) {
    await users.endSession(tokenSha256)
    return null
  }
  // Once a minute is enough to know whether a session is idle, and spares a write for every call.
  if (idle > 60_000) await users.touchSession(tokenSha256, now)
  const user = await users.get(session.userId)
  return user === null || user.disabled ? null : user
}

export async function endSession(users: UserStore, token: string): Promise<void> {
  await users.endSession(sha256Of(token))
}

/**
 * The secret behind the tokens against forged requests: it follows from the session's token, so
 * that it belongs to this session and to no other, and nothing need be stored.
 */
export function csrfSecretOf(token: string): string {
  return sha256Of(`csrf ${token}`)
}
