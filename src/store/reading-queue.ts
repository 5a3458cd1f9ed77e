import type { PageTextsPart, ReadingProgress, ReadingQueue } from '#case'
import type { Instant } from '#foundation'
import type { Database } from './database.ts'
import { statement } from './statement.ts'

/**
 * The files that wait to be read, in PostgreSQL. Rows come and go in the statement that appends the
 * events (`append-batches.ts`); here they are lent to readers.
 */
export function makeReadingQueue(database: Database): ReadingQueue {
  return {
    claim: ({ now, limit, leaseSeconds }) => database.query(claim, [now, limit, leaseSeconds]),
    report: async (said) => {
      const { caseId, documentId, attempt, now, leaseSeconds, stage, pagesDone, pages } = said
      const part = said.part ? JSON.stringify([said.part]) : null
      const values = [caseId, documentId, attempt, now, leaseSeconds, stage, pagesDone, pages, part]
      return (await database.query(report, values)).length > 0
    },
    release: async ({ caseId, documentId, attempt, notBefore, blameless }) => {
      await database.query(release, [caseId, documentId, attempt, notBefore, blameless ? 1 : 0])
    },
    progress: async (caseId) => {
      const rows = await database.query(progress, [caseId])
      return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() as Instant }))
    },
  }
}

const claim = statement<{
  readonly caseId: string
  readonly documentId: string
  readonly attempt: number
  readonly parts: readonly PageTextsPart[]
}>(
  'claim-waiting-files',
  `with free as materialized (
    select case_id, document_id, waiting_since from reading_queue
    where free_at is null or free_at <= $1::timestamptz
    order by waiting_since, case_id, document_id limit $2::int
    for update skip locked
  ), claimed as (
    update reading_queue as q
    set free_at = $1::timestamptz + make_interval(secs => $3::double precision), leased = true,
      attempts = q.attempts + 1, stage = 'preparing', updated_at = $1::timestamptz
    from free where q.case_id = free.case_id and q.document_id = free.document_id
    returning q.case_id, q.document_id, q.attempts, q.parts, q.waiting_since
  )
  select case_id as "caseId", document_id as "documentId", attempts as attempt, parts
  from claimed order by waiting_since, case_id, document_id`,
)

const report = statement<{ readonly mine: boolean }>(
  'report-reading',
  `update reading_queue
   set free_at = $4::timestamptz + make_interval(secs => $5::double precision), stage = $6,
     pages_done = $7::int, pages = coalesce($8::int, pages), updated_at = $4::timestamptz,
     parts = case when $9::text is null then parts
       else (parts::jsonb || $9::jsonb)::json end
   where case_id = $1 and document_id = $2 and attempts = $3::int and leased
   returning true as mine`,
)

const release = statement(
  'release-waiting-file',
  `update reading_queue
   set free_at = $4::timestamptz, leased = false, stage = 'waiting', attempts = attempts - $5::int
   where case_id = $1 and document_id = $2 and attempts = $3::int and leased`,
)

const progress = statement<Omit<ReadingProgress, 'updatedAt'> & { readonly updatedAt: Date }>(
  'reading-progress',
  `select document_id as "documentId", stage, pages_done as "pagesDone", pages, attempts,
     updated_at as "updatedAt"
   from reading_queue where case_id = $1 order by waiting_since, document_id`,
)
