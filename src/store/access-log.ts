import type { Instant } from '#foundation'
import type { Database } from './database.ts'
import { statement } from './statement.ts'

/** One look at a case or at a document of it. */
export type Access = {
  readonly at: Instant
  readonly userId: string
  readonly caseId: string
  readonly documentId: string | null
  /** The page that was opened; null for whole files and for what has no pages. */
  readonly page: number | null
  /** What was done: the id of the operation. */
  readonly action: string
}

/**
 * How often a user opened a page, or downloaded a file (`page` null), and when. What was asked for
 * within five minutes is one look: a viewer asks for the text of a page, its picture, and that
 * again for each size.
 */
export type Opening = {
  readonly documentId: string
  readonly page: number | null
  readonly userId: string
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly times: number
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
  /** Pages opened and files downloaded in a case, one line for each and each user. */
  opened(caseId: string): Promise<readonly Opening[]>
}

export function makeAccessLog(database: Database): AccessLog {
  return {
    record: async ({ at, userId, caseId, documentId, page, action }) => {
      await database.query(recordAccess, [at, userId, caseId, documentId, page, action])
    },
    list: async ({ caseId, userId, limit }) => {
      const most = Math.min(Math.max(Math.trunc(limit), 0), 1000)
      const found = await database.query(latest, [caseId ?? null, userId ?? null, most])
      return found.map((access) => ({ ...access, at: access.at.toISOString() as Instant }))
    },
    opened: async (caseId) => {
      const found = await database.query(openings, [caseId])
      return found.map((opening) => ({
        ...opening,
        firstAt: opening.firstAt.toISOString() as Instant,
        lastAt: opening.lastAt.toISOString() as Instant,
      }))
    },
  }
}

const recordAccess = statement(
  'record-access',
  `insert into access_log (at, user_id, case_id, document_id, page, action)
   values ($1, $2, $3, $4, $5, $6)`,
)

const latest = statement<Omit<Access, 'at'> & { readonly at: Date }>(
  'latest-accesses',
  `select at, user_id as "userId", case_id as "caseId", document_id as "documentId", page, action
   from access_log
   where ($1::text is null or case_id = $1) and ($2::text is null or user_id = $2)
   order by access_id desc limit $3::int`,
)

const openings = statement<
  Omit<Opening, 'firstAt' | 'lastAt'> & { readonly firstAt: Date; readonly lastAt: Date }
>(
  'openings-of-a-case',
  `with looks as (
     select document_id, page, user_id, at,
       at - lag(at) over (partition by document_id, page, user_id order by at) as pause
     from access_log
     where case_id = $1 and document_id is not null
       and (page is not null or action = 'getDocumentFile')
   )
   select document_id as "documentId", page, user_id as "userId",
     min(at) as "firstAt", max(at) as "lastAt",
     count(*) filter (where pause is null or pause > interval '5 minutes')::int as times
   from looks
   group by document_id, page, user_id
   order by document_id, page, min(at)`,
)
