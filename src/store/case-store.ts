import {
  type CaseRow,
  type CaseState,
  type CaseStore,
  evolve,
  foldEvents,
  initialState,
  type RecordedEvent,
} from '#case'
import { ok, refused } from '#foundation'
import { chainStart } from '#integrity'
import { listCases } from './case-list.ts'
import { type CaseProjection, projectState } from './case-row.ts'
import { claimDueClocks } from './claim-due-clocks.ts'
import type { Database, Queries } from './database.ts'
import { StatementError } from './faults.ts'
import { rebuildProjections } from './rebuild-projections.ts'
import {
  type AppendRequest,
  caseNumberOf,
  changedMeanwhile,
  contentText,
  numberTaken,
  recordEvents,
} from './record-events.ts'
import { statement } from './statement.ts'

/**
 * The ledger of cases in PostgreSQL, embedded or external. Events, the case's line, its clocks and
 * the notices to be sent are one statement, hence one transaction: after it is acknowledged all
 * of it is there, and before that none of it.
 */
export function makeCaseStore(database: Database): CaseStore {
  const heads = new Heads()
  return {
    append: (request) => append(database, heads, request),
    load: (caseId) => loadEvents(database, caseId),
    row: async (caseId) => (await database.query(rowById, [caseId]))[0]?.row ?? null,
    rowByNumber: async (caseNumber) =>
      (await database.query(rowByNumber, [caseNumber]))[0]?.row ?? null,
    list: (query) => listCases(database, query),
    nextCaseNumber: async (year) => {
      caseNumberOf(year, 1)
      const [given] = await database.query(nextNumber, [year])
      return caseNumberOf(year, given?.last ?? 0)
    },
    claimDueClocks: (request) => claimDueClocks(database, request),
    rebuild: () => rebuildProjections(database),
  }
}

/** The events of a case in their order. */
async function loadEvents(queries: Queries, caseId: string): Promise<readonly RecordedEvent[]> {
  const rows = await queries.query(eventsOfCase, [caseId])
  return rows.map(({ content, previousHash, hash }) => ({ ...content, previousHash, hash }))
}

type Head = { readonly version: number; readonly hash: string; readonly state: CaseState }

/**
 * The last known state of the cases worked on, so that an append need not read the whole case.
 * It can be behind but never wrong: an event that lies at a version is never changed.
 */
class Heads {
  readonly #kept = new Map<string, Head>()

  at(caseId: string, version: number): Head | null {
    const head = this.#kept.get(caseId)
    return head?.version === version ? head : null
  }

  keep(caseId: string, head: Head): void {
    this.#kept.delete(caseId)
    this.#kept.set(caseId, head)
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > 256 && oldest !== undefined) this.#kept.delete(oldest)
  }

  forget(caseId: string): void {
    this.#kept.delete(caseId)
  }
}

async function append(
  database: Database,
  heads: Heads,
  request: AppendRequest,
): ReturnType<CaseStore['append']> {
  const { caseId, expectedVersion } = request
  const head = await headOf(database, heads, request)
  if (head.version !== expectedVersion) {
    return refused(changedMeanwhile(expectedVersion, head.version))
  }
  const recorded = recordEvents(request, head.hash)
  const last = recorded.at(-1)
  if (!last) return ok({ version: head.version, hash: head.hash })
  const state = recorded.reduce(
    (before, { event, version }) => evolve(before, event, version),
    head.state,
  )
  const projection = projectState(caseId, state)
  try {
    const values = appendValues(request, head.hash, recorded, projection)
    const [answer] = await database.query(appendEvents, values)
    if (answer?.appended !== recorded.length) {
      heads.forget(caseId)
      return refused(changedMeanwhile(expectedVersion, null))
    }
  } catch (error) {
    heads.forget(caseId)
    if (!(error instanceof StatementError)) throw error
    if (error.constraint === 'case_events_pkey') {
      return refused(changedMeanwhile(expectedVersion, null))
    }
    if (error.constraint === 'cases_case_number_key') {
      return refused(numberTaken(projection.row.caseNumber))
    }
    throw error
  }
  heads.keep(caseId, { version: last.version, hash: last.hash, state })
  return ok({ version: last.version, hash: last.hash })
}

async function headOf(
  database: Database,
  heads: Heads,
  { caseId, expectedVersion, events: decided }: AppendRequest,
): Promise<Head> {
  const known = heads.at(caseId, expectedVersion)
  if (known) return known
  const newCase = { version: 0, hash: chainStart, state: initialState }
  // A new case is usually new: whether it is, the append itself finds out.
  if (expectedVersion === 0 && decided.length > 0) return newCase
  const events = await loadEvents(database, caseId)
  const last = events.at(-1)
  return last ? { version: last.version, hash: last.hash, state: foldEvents(events) } : newCase
}

function appendValues(
  request: AppendRequest,
  previousHash: string,
  recorded: readonly RecordedEvent[],
  projection: CaseProjection,
): readonly unknown[] {
  const { row, clocks } = projection
  return [
    request.caseId,
    request.expectedVersion,
    previousHash,
    request.at,
    recorded.map(({ version }) => version),
    recorded.map(({ event }) => event.type),
    recorded.map(contentText),
    recorded.map((event) => event.previousHash),
    recorded.map(({ hash }) => hash),
    row.caseNumber,
    row.version,
    row.status,
    row.reviewerId,
    row.claimsAdministrator,
    row.publishedOn !== null,
    projection.nextDueAt,
    projection.searchText,
    JSON.stringify(row),
    clocks.map(({ clock }) => clock),
    clocks.map(({ due }) => due),
    clocks.map(({ dueAt }) => dueAt),
  ]
}

type EventRow = {
  readonly content: Omit<RecordedEvent, 'previousHash' | 'hash'>
  readonly previousHash: string
  readonly hash: string
}

const eventsOfCase = statement<EventRow>(
  'events-of-case',
  `select content, previous_hash as "previousHash", hash
   from case_events where case_id = $1 order by version`,
)

const rowById = statement<{ readonly row: CaseRow }>(
  'row-by-id',
  'select row from cases where case_id = $1',
)

const rowByNumber = statement<{ readonly row: CaseRow }>(
  'row-by-number',
  'select row from cases where case_number = $1',
)

const nextNumber = statement<{ readonly last: number }>(
  'next-case-number',
  `insert into case_numbers as kept (year, last) values ($1, 1)
   on conflict (year) do update set last = kept.last + 1 returning last`,
)

/**
 * $1 case, $2 expected version, $3 hash at that version, $4 instant, $5–$9 events,
 * $10–$18 the case's line, $19–$21 its running clocks. A clock that runs on keeps its lease.
 * Nothing is written, and nothing answered, unless the case ends at $2 with hash $3; two who try
 * at once meet at the primary key.
 */
const appendEvents = statement<{ readonly appended: number }>(
  'append-events',
  `with fits as (
    select where ($2::int = 0 or exists (
      select from case_events where case_id = $1 and version = $2::int and hash = $3))
  ), appended as (
    insert into case_events
      (case_id, version, type, recorded_at, content, previous_hash, hash)
    select $1, e.version, e.type, $4::timestamptz, e.content::json, e.previous_hash, e.hash
    from fits, unnest($5::int[], $6::text[], $7::text[], $8::text[], $9::text[])
      as e (version, type, content, previous_hash, hash)
    returning version, type
  ), projected as (
    insert into cases (case_id, case_number, version, status, reviewer_id, claims_administrator,
      published, next_due_at, search_text, row)
    select $1, $10, $11::int, $12, $13, $14, $15::boolean, $16::timestamptz, $17, $18::json
    where exists (select from appended)
    on conflict (case_id) do update set case_number = excluded.case_number,
      version = excluded.version, status = excluded.status, reviewer_id = excluded.reviewer_id,
      claims_administrator = excluded.claims_administrator, published = excluded.published,
      next_due_at = excluded.next_due_at, search_text = excluded.search_text, row = excluded.row
  ), ended as (
    delete from case_clocks where case_id = $1 and clock <> all ($19::text[])
      and exists (select from appended)
  ), running as (
    insert into case_clocks as kept (case_id, clock, due, due_at)
    select $1, c.clock, c.due, c.due_at
    from unnest($19::text[], $20::text[], $21::timestamptz[]) as c (clock, due, due_at)
    where exists (select from appended)
    on conflict (case_id, clock) do update set due = excluded.due, due_at = excluded.due_at,
      leased_until = null
    where kept.due <> excluded.due
  ), told as (
    insert into outbox (case_id, version, type)
    select $1, version, type from appended order by version
  )
  select count(*)::int as appended from appended`,
)
