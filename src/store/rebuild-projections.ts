import type { RecordedEvent } from '#case'
import type { Instant } from '#foundation'
import { type CaseProjection, projectCaseRow } from './case-row.ts'
import type { Database, Queries } from './database.ts'
import { statement } from './statement.ts'

const casesAtOnce = 200

/**
 * Makes lines and clocks anew from the events, in one transaction; appends wait meanwhile.
 * A clock that is leased stays so, and so does a file that waits and how far its reading has come.
 */
export async function rebuildProjections(
  database: Database,
): Promise<{ readonly cases: number; readonly events: number }> {
  return database.transaction(rebuildWith)
}

/** The same within a transaction that is under way. */
export async function rebuildWith(
  queries: Queries,
): Promise<{ readonly cases: number; readonly events: number }> {
  await queries.query(holdAppends)
  await queries.query(keepLeases)
  await queries.query(removeProjections)
  const waiting: WaitingRow[] = []
  let cases = 0
  let events = 0
  let last = ''
  for (;;) {
    const ids = (await queries.query(nextCases, [last, casesAtOnce])).map((row) => row.caseId)
    const end = ids.at(-1)
    if (end === undefined) break
    const loaded = await eventsOf(queries, ids)
    const projections = [...loaded.values()].map((recorded) => projectCaseRow(recorded))
    await writeProjections(queries, projections)
    for (const projection of projections) waiting.push(...waitingRows(projection, loaded))
    cases += ids.length
    for (const recorded of loaded.values()) events += recorded.length
    last = end
  }
  await queries.query(restoreLeases)
  const rows = JSON.stringify(waiting)
  await queries.query(removeFromQueue, [rows])
  await queries.query(addToQueue, [rows])
  return { cases, events }
}

async function eventsOf(
  queries: Queries,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const rows = await queries.query(eventsOfCases, [caseIds])
  return Map.groupBy(
    rows.map(({ content, previousHash, hash }) => ({ ...content, previousHash, hash })),
    (recorded) => recorded.caseId,
  )
}

async function writeProjections(
  queries: Queries,
  projections: readonly CaseProjection[],
): Promise<void> {
  await queries.query(insertRows, [
    JSON.stringify(
      projections.map(({ row }) => ({
        case_id: row.caseId,
        case_number: row.caseNumber,
        version: row.version,
        row,
      })),
    ),
  ])
  await queries.query(insertQueue, [
    JSON.stringify(
      projections.map(({ row, nextDueAt, words }) => ({
        case_id: row.caseId,
        case_number: row.caseNumber,
        next_due_at: nextDueAt,
        status: row.status,
        priority: row.priority,
        program: row.program,
        office: row.office,
        case_manager: row.caseManager,
        reviewer_id: row.reviewerId,
        claims_administrator: row.claimsAdministrator,
        published: row.publishedOn !== null,
        categories: row.categories,
        words,
      })),
    ),
  ])
  await queries.query(insertClocks, [
    JSON.stringify(
      projections.flatMap(({ row, clocks }) =>
        clocks.map(({ clock, due, dueAt, dueOn, nature, ranOut }) => ({
          case_id: row.caseId,
          clock,
          due,
          due_at: dueAt,
          due_on: dueOn,
          nature,
          ran_out: ranOut,
        })),
      ),
    ),
  ])
}

type WaitingRow = {
  readonly case_id: string
  readonly document_id: string
  readonly waiting_since: Instant
}

/** The files of a case that wait, each since the event that made it wait. */
function waitingRows(
  { row, waiting }: CaseProjection,
  loaded: ReadonlyMap<string, readonly RecordedEvent[]>,
): readonly WaitingRow[] {
  return waiting.flatMap((documentId) => {
    const since = loaded
      .get(row.caseId)
      ?.findLast(
        ({ event }) =>
          (event.type === 'RecordReceived' || event.type === 'ReadingRequested') &&
          event.documentId === documentId,
      )
    return since ? [{ case_id: row.caseId, document_id: documentId, waiting_since: since.at }] : []
  })
}

const holdAppends = statement(
  'hold-appends',
  'lock table case_events, cases, case_queue, case_words, case_clocks in share row exclusive mode',
)

const keepLeases = statement(
  'keep-leases',
  `create temporary table kept_leases on commit drop as
   select case_id, clock, due, leased_until from case_clocks where leased_until is not null`,
)

const removeProjections = statement('remove-projections', 'delete from cases')

const nextCases = statement<{ readonly caseId: string }>(
  'next-cases',
  `select case_id as "caseId" from case_events where case_id > $1 and version = 1
   order by case_id limit $2`,
)

const eventsOfCases = statement<{
  readonly content: Omit<RecordedEvent, 'previousHash' | 'hash'>
  readonly previousHash: string
  readonly hash: string
}>(
  'events-of-cases',
  `select content, previous_hash as "previousHash", hash
   from case_events where case_id = any($1) order by case_id, version`,
)

const insertRows = statement(
  'insert-rows',
  `insert into cases (case_id, case_number, version, row)
   select case_id, case_number, version, row
   from json_to_recordset($1::json) as r (case_id text, case_number text, version int, row json)`,
)

const insertQueue = statement(
  'insert-queue',
  `with r as materialized (
    select * from json_to_recordset($1::json) as r (case_id text, case_number text,
      next_due_at timestamptz, status text, priority text, program text, office text,
      case_manager text, reviewer_id text, claims_administrator text, published boolean,
      categories text[], words text[])
  ), queued as (
    insert into case_queue (case_id, case_number, next_due_at, status, priority, program, office,
      case_manager, reviewer_id, claims_administrator, published, categories)
    select case_id, case_number, next_due_at, status, priority, program, office, case_manager,
      reviewer_id, claims_administrator, published, categories from r
  )
  insert into case_words (case_id, words) select case_id, array_to_tsvector(words) from r`,
)

const insertClocks = statement(
  'insert-clocks',
  `insert into case_clocks (case_id, clock, due, due_at, due_on, nature, ran_out)
   select case_id, clock, due, due_at, due_on, nature, ran_out from json_to_recordset($1::json)
     as r (case_id text, clock text, due text, due_at timestamptz, due_on date, nature text,
       ran_out boolean)`,
)

const removeFromQueue = statement(
  'remove-from-queue',
  `delete from reading_queue as q where not exists (
     select from json_to_recordset($1::json) as w (case_id text, document_id text)
     where w.case_id = q.case_id and w.document_id = q.document_id)`,
)

const addToQueue = statement(
  'add-to-queue',
  `insert into reading_queue (case_id, document_id, waiting_since, updated_at)
   select case_id, document_id, waiting_since, waiting_since from json_to_recordset($1::json)
     as w (case_id text, document_id text, waiting_since timestamptz)
   on conflict (case_id, document_id) do nothing`,
)

// The temporary table is another one each time, so this is never prepared.
const restoreLeases = statement(
  '',
  `update case_clocks as c set leased_until = k.leased_until from kept_leases as k
   where c.case_id = k.case_id and c.clock = k.clock and c.due = k.due`,
)
