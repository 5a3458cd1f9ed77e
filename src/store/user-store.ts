import type { ActorRole } from '#case'
import { type Instant, ok, type Result, refuse, refused } from '#foundation'
import type { Database } from './database.ts'
import { StatementError } from './faults.ts'
import { storeRefusals } from './refusals.ts'
import { statement } from './statement.ts'

/** Somebody who may sign in. */
export type User = {
  readonly userId: string
  /** An e-mail address or another name; each belongs to one account, whatever its case. */
  readonly userName: string
  readonly displayName: string
  readonly role: ActorRole
  /** Made by a password hash function; the password itself never comes here. */
  readonly passwordHash: string
  /** The entry of an expert reviewer in the register. */
  readonly reviewerId: string | null
  /** The company a claims administrator acts for; its claims are the user's own cases. */
  readonly claimsAdministrator: string | null
  /** Cases that an employee or representative was given access to. */
  readonly caseIds: readonly string[]
  readonly disabled: boolean
  readonly lockedUntil: Instant | null
}

/** An open session; the token itself is kept by the browser only. */
export type Session = {
  readonly userId: string
  readonly openedAt: Instant
  readonly lastUsedAt: Instant
}

/** Accounts, failed sign-ins and sessions. How long a session lasts is the caller's rule. */
export type UserStore = {
  /** Refuses `user-name-taken` and `account-incomplete`. */
  create(user: Omit<User, 'disabled' | 'lockedUntil'>): Promise<Result<User>>
  /** In the order of their names. */
  list(): Promise<readonly User[]>
  get(userId: string): Promise<User | null>
  findByName(userName: string): Promise<User | null>
  grantCase(userId: string, caseId: string): Promise<void>
  /** Also unlocks the account, and ends its sessions. */
  setPassword(userId: string, passwordHash: string): Promise<void>
  /** A disabled user's sessions end at once. */
  setDisabled(userId: string, disabled: boolean): Promise<void>
  /** Counts a failed sign-in; from the `lockAfter`-th in a row on, each locks the account. */
  countFailure(request: {
    readonly userId: string
    readonly lockAfter: number
    readonly lockUntil: Instant
  }): Promise<void>
  forgetFailures(userId: string): Promise<void>
  openSession(request: {
    readonly tokenSha256: string
    readonly userId: string
    readonly at: Instant
  }): Promise<void>
  findSession(tokenSha256: string): Promise<Session | null>
  touchSession(tokenSha256: string, at: Instant): Promise<void>
  endSession(tokenSha256: string): Promise<void>
  /** Removes sessions opened before one instant or last used before another; answers how many. */
  removeSessions(request: {
    readonly openedBefore: Instant
    readonly usedBefore: Instant
  }): Promise<number>
}

/** Accounts and sessions in PostgreSQL. Times are the caller's, so that tests need not wait. */
export function makeUserStore(database: Database): UserStore {
  const get = async (userId: string): Promise<User | null> =>
    (await database.query(userById, [userId]))[0]?.user ?? null
  const act = async (...request: Parameters<Database['query']>): Promise<void> => {
    await database.query(...request)
  }
  return {
    create: async (user) => {
      const lack = lackOf(user)
      if (lack) return refused(refuse(storeRefusals, 'account-incomplete', lack, 'role'))
      return insert(database, user)
    },
    get,
    list: async () => (await database.query(allUsers)).map(({ user }) => user),
    findByName: async (userName) =>
      (await database.query(userByName, [keyOf(userName)]))[0]?.user ?? null,
    grantCase: (userId, caseId) => act(grantCases, [userId, [caseId]]),
    setPassword: (userId, passwordHash) => act(setPassword, [userId, passwordHash]),
    setDisabled: (userId, disabled) => act(setDisabled, [userId, disabled]),
    countFailure: ({ userId, lockAfter, lockUntil }) =>
      act(countFailure, [userId, lockAfter, lockUntil]),
    forgetFailures: (userId) => act(forgetFailures, [userId]),
    openSession: ({ tokenSha256, userId, at }) => act(openSession, [tokenSha256, userId, at]),
    findSession: async (tokenSha256) =>
      (await database.query(sessionOf, [tokenSha256])).map(({ userId, openedAt, lastUsedAt }) => ({
        userId,
        openedAt: openedAt.toISOString() as Instant,
        lastUsedAt: lastUsedAt.toISOString() as Instant,
      }))[0] ?? null,
    touchSession: (tokenSha256, at) => act(touchSession, [tokenSha256, at]),
    endSession: (tokenSha256) => act(endSession, [tokenSha256]),
    removeSessions: async ({ openedBefore, usedBefore }) =>
      (await database.query(removeSessions, [openedBefore, usedBefore]))[0]?.removed ?? 0,
  }
}

async function insert(
  database: Database,
  user: Parameters<UserStore['create']>[0],
): Promise<Result<User>> {
  try {
    await database.transaction(async (queries) => {
      await queries.query(insertUser, [
        user.userId,
        user.userName.trim(),
        keyOf(user.userName),
        user.displayName,
        user.role,
        user.passwordHash,
        user.claimsAdministrator,
        user.reviewerId,
      ])
      await queries.query(grantCases, [user.userId, user.caseIds])
    })
  } catch (error) {
    if (!(error instanceof StatementError) || error.constraint !== 'users_name_key') throw error
    return refused(
      refuse(
        storeRefusals,
        'user-name-taken',
        `There is an account with the name ${user.userName.trim()}.`,
        'userName',
      ),
    )
  }
  return ok({ ...user, userName: user.userName.trim(), disabled: false, lockedUntil: null })
}

function lackOf(user: Pick<User, 'role' | 'claimsAdministrator' | 'reviewerId'>): string | null {
  if (user.role === 'claims-administrator' && !user.claimsAdministrator?.trim()) {
    return 'The account of a claims administrator does not name the company.'
  }
  if (user.role === 'reviewer' && !user.reviewerId?.trim()) {
    return 'The account of a reviewer does not name the entry in the register.'
  }
  return null
}

function keyOf(userName: string): string {
  return userName.trim().toLowerCase()
}

type UserRow = { readonly user: User }

const userJson = `json_build_object('userId', u.user_id, 'userName', u.user_name,
    'displayName', u.display_name, 'role', u.role, 'passwordHash', u.password_hash,
    'reviewerId', u.reviewer_id, 'claimsAdministrator', u.claims_administrator,
    'caseIds', (select coalesce(json_agg(g.case_id order by g.position), '[]')
      from user_cases g where g.user_id = u.user_id),
    'disabled', u.disabled,
    'lockedUntil', to_char(u.locked_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  ) as "user" from users u`

const userById = statement<UserRow>('user-by-id', `select ${userJson} where user_id = $1`)

const userByName = statement<UserRow>('user-by-name', `select ${userJson} where user_name_key = $1`)

const allUsers = statement<UserRow>('all-users', `select ${userJson} order by user_name_key`)

const insertUser = statement(
  'insert-user',
  `insert into users (user_id, user_name, user_name_key, display_name, role, password_hash,
     claims_administrator, reviewer_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

const grantCases = statement(
  'grant-cases',
  `insert into user_cases (user_id, case_id)
   select $1, case_id from unnest($2::text[]) as case_id on conflict do nothing`,
)

const setPassword = statement(
  'set-password',
  `with ended as (delete from sessions where user_id = $1)
   update users set password_hash = $2, failed_sign_ins = 0, locked_until = null
   where user_id = $1`,
)

const setDisabled = statement(
  'set-disabled',
  `with ended as (delete from sessions where user_id = $1 and $2::boolean)
   update users set disabled = $2::boolean where user_id = $1`,
)

const countFailure = statement(
  'count-failed-sign-in',
  `update users set failed_sign_ins = failed_sign_ins + 1,
     locked_until = case when failed_sign_ins + 1 >= $2::int then $3::timestamptz
       else locked_until end
   where user_id = $1`,
)

const forgetFailures = statement(
  'forget-failed-sign-ins',
  'update users set failed_sign_ins = 0, locked_until = null where user_id = $1',
)

const openSession = statement(
  'open-session',
  `insert into sessions (token_sha256, user_id, opened_at, last_used_at)
   values ($1, $2, $3::timestamptz, $3::timestamptz)`,
)

const sessionOf = statement<{
  readonly userId: string
  readonly openedAt: Date
  readonly lastUsedAt: Date
}>(
  'session-of-token',
  `select user_id as "userId", opened_at as "openedAt", last_used_at as "lastUsedAt"
   from sessions where token_sha256 = $1`,
)

const touchSession = statement(
  'touch-session',
  `update sessions set last_used_at = greatest(last_used_at, $2::timestamptz)
   where token_sha256 = $1`,
)

const endSession = statement('end-session', 'delete from sessions where token_sha256 = $1')

const removeSessions = statement<{ readonly removed: number }>(
  'remove-sessions',
  `with removed as (
    delete from sessions where opened_at < $1::timestamptz or last_used_at < $2::timestamptz
    returning 1
  ) select count(*)::int as removed from removed`,
)
