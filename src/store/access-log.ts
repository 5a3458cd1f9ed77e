import type { Instant } from '#foundation'
import type { Database } from './database.ts'
import { statement } from './statement.ts'

/** One look at a case or at a document of it. */
export type Access = {
  readonly at: Instant
  readonly userId: string
  readonly caseId: string
  readonly documentId: string | null
  /** What was done: the id of the operation. */
  readonly action: string
}

/** Who opened what, and when. Entries are never changed or removed. */
export type AccessLog = {
  record(access: Access): Promise<void>
  /** The latest looks at a case, or of a user, newest first; at most 1000. */
  list(query: {
    readonly caseId?: string
    readonly userId?: string
    readonly limit: number
  }): Promise<readonly Access[]>
}

export function makeAccessLog(database: Database): AccessLog {
  return {
    record: async ({ at, userId, caseId, documentId, action }) => {
      await database.query(recordAccess, [at, userId, caseId, documentId, action])
    },
    list: async ({ caseId, userId, limit }) => {
      const most = Math.min(Math.max(Math.trunc(limit), 0), 1000)
      const found = await database.query(latest, [caseId ?? null, userId ?? null, most])
      return found.map((access) => ({ ...access, at: access.at.toISOString() as Instant }))
    },
  }
}

const recordAccess = statement(
  'record-access',
  `insert into access_log (at, user_id, case_id, document_id, action)
   values ($1, $2, $3, $4, $5)`,
)

const latest = statement<Omit<Access, 'at'> & { readonly at: Date }>(
  'latest-accesses',
  `select at, user_id as "userId", case_id as "caseId", document_id as "documentId", action
   from access_log
   where ($1::text is null or case_id = $1) and ($2::text is null or user_id = $2)
   order by access_id desc limit $3::int`,
)
