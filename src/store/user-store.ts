import type { ActorRole } from '#case'
import { type Instant, ok, refuse, refused } from '#foundation'
import { sha256Of } from '#integrity'
import type { Database } from './database.ts'
import { StatementError } from './faults.ts'
import { storeRefusals } from './refusals.ts'
import { statement } from './statement.ts'
import type { Access, NewUser, User, UserStore } from './user.ts'

/** Accounts and sessions in PostgreSQL. Times are the caller's, so that tests need not wait. */
export function makeUserStore(database: Database): UserStore {
  const get = async (userId: string): Promise<User | null> =>
    (await database.query(userById, [userId]))[0]?.user ?? null
  return {
    create: (user, at) => create(database, user, at, get),
    get,
    list: async () => (await database.query(allUsers)).map(({ user }) => user),
    setPassword: async (userId, passwordHash) => {
      await database.query(setPassword, [userId, passwordHash])
    },
    setDisabled: async (userId, disabled) => {
      await database.query(setDisabled, [userId, disabled])
    },
    grantCase: async (userId, caseId, at) => {
      await database.query(grantCase, [userId, [caseId], at])
    },
    credentials: async (email) => {
      const [found] = await database.query(credentialsOf, [addressOf(email)])
      return found ? { ...found, lockedUntil: instantOf(found.lockedUntil) } : null
    },
    recordFailedSignIn: async ({ userId, at, lockAfter, lockSeconds }) => {
      const [count] = await database.query(countFailure, [userId, at, lockAfter, lockSeconds])
      return {
        failedSignIns: count?.failedSignIns ?? 0,
        lockedUntil: instantOf(count?.lockedUntil ?? null),
      }
    },
    recordSignIn: async (userId) => {
      await database.query(forgetFailures, [userId])
    },
    openSession: async ({ token, userId, csrfSecret, at, idleSeconds, absoluteSeconds }) => {
      await database.query(openSession, [
        sha256Of(token),
        userId,
        csrfSecret,
        at,
        idleSeconds,
        absoluteSeconds,
      ])
    },
    session: async (token, at) => {
      const [found] = await database.query(sessionOf, [sha256Of(token), at])
      if (!found) return null
      const { user, csrfSecret, openedAt, endsAt, lastSeenAt, idleSeconds } = found
      // Not every request writes: a twentieth of the idle time is as exact as it is kept.
      if (Date.parse(at) - lastSeenAt.getTime() > idleSeconds * 50) {
        await database.query(touchSession, [sha256Of(token), at])
      }
      return { user, csrfSecret, openedAt: toInstant(openedAt), endsAt: toInstant(endsAt) }
    },
    closeSession: async (token) => {
      await database.query(closeSession, [sha256Of(token)])
    },
    closeSessionsOf: async (userId) => {
      await database.query(closeSessionsOf, [userId])
    },
    removeEndedSessions: async (at) => (await database.query(removeEnded, [at]))[0]?.removed ?? 0,
    recordAccess: async ({ at, userId, caseId, documentId, action }) => {
      await database.query(recordAccess, [at, userId, caseId, documentId, action])
    },
    accesses: async ({ caseId, userId, limit }) => {
      const found = await database.query(accesses, [
        caseId ?? null,
        userId ?? null,
        Math.min(Math.max(Math.trunc(limit), 0), 1000),
      ])
      return found.map((access) => ({ ...access, at: toInstant(access.at) }))
    },
  }
}

async function create(
  database: Database,
  user: NewUser,
  at: Instant,
  get: (userId: string) => Promise<User | null>,
): ReturnType<UserStore['create']> {
  const lacking = lackOf(user.role, user)
  if (lacking) return refused(refuse(storeRefusals, 'account-incomplete', lacking, 'role'))
  try {
    await database.transaction(async (queries) => {
      await queries.query(insertUser, [
        user.userId,
        addressOf(user.email),
        user.displayName,
        user.role,
        user.passwordHash,
        user.claimsAdministrator ?? null,
        user.reviewerId ?? null,
        at,
      ])
      await queries.query(grantCase, [user.userId, user.caseIds ?? [], at])
    })
  } catch (error) {
    if (!(error instanceof StatementError) || error.constraint !== 'users_email_key') throw error
    return refused(
      refuse(storeRefusals, 'email-taken', 'There is an account with this address.', 'email'),
    )
  }
  const made = await get(user.userId)
  if (!made) throw new TypeError('a user who was just made is not there')
  return ok(made)
}

function lackOf(role: ActorRole, user: NewUser): string | null {
  if (role === 'claims-administrator' && !user.claimsAdministrator?.trim()) {
    return 'The account of a claims administrator does not name the company.'
  }
  if (role === 'reviewer' && !user.reviewerId?.trim()) {
    return 'The account of a reviewer does not name the entry in the register.'
  }
  return null
}

function addressOf(email: string): string {
  return email.trim().toLowerCase()
}

function instantOf(date: Date | null): Instant | null {
  return date === null ? null : toInstant(date)
}

function toInstant(date: Date): Instant {
  return date.toISOString() as Instant
}

type UserRow = { readonly user: User }

const userJson = `json_build_object('userId', u.user_id, 'email', u.email,
    'displayName', u.display_name, 'role', u.role,
    'claimsAdministrator', u.claims_administrator, 'reviewerId', u.reviewer_id,
    'caseIds', (select coalesce(json_agg(g.case_id order by g.granted_at, g.case_id), '[]')
      from user_cases g where g.user_id = u.user_id),
    'disabled', u.disabled) as "user"`

const userById = statement<UserRow>(
  'user-by-id',
  `select ${userJson} from users u where user_id = $1`,
)

const allUsers = statement<UserRow>('all-users', `select ${userJson} from users u order by email`)

const insertUser = statement(
  'insert-user',
  `insert into users (user_id, email, display_name, role, password_hash, claims_administrator,
     reviewer_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

const grantCase = statement(
  'grant-cases',
  `insert into user_cases (user_id, case_id, granted_at)
   select $1, case_id, $3 from unnest($2::text[]) as case_id on conflict do nothing`,
)

const setPassword = statement(
  'set-password',
  `update users set password_hash = $2, failed_sign_ins = 0, locked_until = null
   where user_id = $1`,
)

const setDisabled = statement(
  'set-disabled',
  `with changed as (update users set disabled = $2 where user_id = $1)
   delete from sessions where user_id = $1 and $2`,
)

type CredentialsRow = UserRow & {
  readonly passwordHash: string
  readonly failedSignIns: number
  readonly lockedUntil: Date | null
}

const credentialsOf = statement<CredentialsRow>(
  'credentials',
  `select ${userJson}, password_hash as "passwordHash", failed_sign_ins as "failedSignIns",
     locked_until as "lockedUntil"
   from users u where email = $1`,
)

const countFailure = statement<{
  readonly failedSignIns: number
  readonly lockedUntil: Date | null
}>(
  'count-failed-sign-in',
  `update users set failed_sign_ins = failed_sign_ins + 1,
     locked_until = case when failed_sign_ins + 1 >= $3::int
       then $2::timestamptz + make_interval(secs => $4::double precision) else locked_until end
   where user_id = $1
   returning failed_sign_ins as "failedSignIns", locked_until as "lockedUntil"`,
)

const forgetFailures = statement(
  'forget-failed-sign-ins',
  'update users set failed_sign_ins = 0, locked_until = null where user_id = $1',
)

const openSession = statement(
  'open-session',
  `insert into sessions
     (token_sha256, user_id, csrf_secret, opened_at, last_seen_at, idle_seconds, ends_at)
   values ($1, $2, $3, $4::timestamptz, $4::timestamptz, $5::int,
     $4::timestamptz + make_interval(secs => $6::double precision))`,
)

const sessionOf = statement<
  UserRow & {
    readonly csrfSecret: string
    readonly openedAt: Date
    readonly lastSeenAt: Date
    readonly idleSeconds: number
    readonly endsAt: Date
  }
>(
  'session-of-token',
  `select ${userJson}, s.csrf_secret as "csrfSecret", s.opened_at as "openedAt",
     s.last_seen_at as "lastSeenAt", s.idle_seconds as "idleSeconds", s.ends_at as "endsAt"
   from sessions s join users u using (user_id)
   where token_sha256 = $1 and not u.disabled and s.ends_at > $2::timestamptz
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > $2::timestamptz`,
)

const touchSession = statement(
  'touch-session',
  `update sessions set last_seen_at = greatest(last_seen_at, $2::timestamptz)
   where token_sha256 = $1`,
)

const closeSession = statement('close-session', 'delete from sessions where token_sha256 = $1')

const closeSessionsOf = statement('close-sessions-of', 'delete from sessions where user_id = $1')

const removeEnded = statement<{ readonly removed: number }>(
  'remove-ended-sessions',
  `with ended as (
    delete from sessions where ends_at <= $1::timestamptz
      or last_seen_at + make_interval(secs => idle_seconds) <= $1::timestamptz returning 1
  ) select count(*)::int as removed from ended`,
)

const recordAccess = statement(
  'record-access',
  `insert into access_log (at, user_id, case_id, document_id, action)
   values ($1, $2, $3, $4, $5)`,
)

const accesses = statement<Omit<Access, 'at'> & { readonly at: Date }>(
  'accesses',
  `select at, user_id as "userId", case_id as "caseId", document_id as "documentId", action
   from access_log
   where ($1::text is null or case_id = $1) and ($2::text is null or user_id = $2)
   order by access_id desc limit $3::int`,
)
