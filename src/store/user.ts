import type { ActorRole } from '#case'
import type { Instant, Result } from '#foundation'

/** Somebody who may sign in. */
export type User = {
  readonly userId: string
  /** In lower case; each has one account. */
  readonly email: string
  readonly displayName: string
  readonly role: ActorRole
  /** The company a claims administrator acts for; its claims are the user's own cases. */
  readonly claimsAdministrator: string | null
  /** The entry of an expert reviewer in the register. */
  readonly reviewerId: string | null
  /** Cases that an employee or representative was given access to. */
  readonly caseIds: readonly string[]
  readonly disabled: boolean
}

export type NewUser = {
  readonly userId: string
  readonly email: string
  readonly displayName: string
  readonly role: ActorRole
  /** Made by a password hash function; the password itself never comes here. */
  readonly passwordHash: string
  readonly claimsAdministrator?: string
  readonly reviewerId?: string
  readonly caseIds?: readonly string[]
}

/** What a sign-in is checked against. */
export type Credentials = {
  readonly user: User
  readonly passwordHash: string
  readonly failedSignIns: number
  readonly lockedUntil: Instant | null
}

export type Session = {
  readonly user: User
  readonly csrfSecret: string
  readonly openedAt: Instant
  readonly endsAt: Instant
}

/** One look at a case or document. */
export type Access = {
  readonly at: Instant
  readonly userId: string
  readonly caseId: string
  readonly documentId: string | null
  /** What was done: the id of the operation. */
  readonly action: string
}

/** Accounts, sign-ins, sessions, and the record of who looked at what. */
export type UserStore = {
  /** Refuses `email-taken` and `account-incomplete`. */
  create(user: NewUser, at: Instant): Promise<Result<User>>
  get(userId: string): Promise<User | null>
  list(): Promise<readonly User[]>
  setPassword(userId: string, passwordHash: string): Promise<void>
  /** A disabled user's sessions end at once. */
  setDisabled(userId: string, disabled: boolean): Promise<void>
  grantCase(userId: string, caseId: string, at: Instant): Promise<void>

  /** Null for an address without an account; disabled accounts are answered, marked so. */
  credentials(email: string): Promise<Credentials | null>
  /** Counts a wrong password; from `lockAfter` on, each one locks the account for `lockSeconds`. */
  recordFailedSignIn(request: {
    readonly userId: string
    readonly at: Instant
    readonly lockAfter: number
    readonly lockSeconds: number
  }): Promise<{ readonly failedSignIns: number; readonly lockedUntil: Instant | null }>
  /** A right password: the count begins anew. */
  recordSignIn(userId: string): Promise<void>

  /** The token stays with the caller; its SHA-256 alone is kept. */
  openSession(request: {
    readonly token: string
    readonly userId: string
    readonly csrfSecret: string
    readonly at: Instant
    readonly idleSeconds: number
    readonly absoluteSeconds: number
  }): Promise<void>
  /** The session of a token, if it has neither ended nor been idle too long; using it counts. */
  session(token: string, at: Instant): Promise<Session | null>
  closeSession(token: string): Promise<void>
  /** Signs a user out everywhere. */
  closeSessionsOf(userId: string): Promise<void>
  /** Removes what is over anyway; answers how many. */
  removeEndedSessions(at: Instant): Promise<number>

  recordAccess(access: Access): Promise<void>
  /** The latest looks at a case, or of a user, newest first; at most 1000. */
  accesses(query: {
    readonly caseId?: string
    readonly userId?: string
    readonly limit: number
  }): Promise<readonly Access[]>
}
