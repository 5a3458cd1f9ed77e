import { type CaseRow, type CaseStore, foldEvents, initialState, type RecordedEvent } from '#case'
import { ok, refused } from '#foundation'
import { chainStart } from '#integrity'
import { type Appender, type Head, makeAppender } from './append-batches.ts'
import { countCases } from './case-counts.ts'
import { listCases } from './case-list.ts'
import { claimDueClocks } from './claim-due-clocks.ts'
import type { Database, Queries } from './database.ts'
import { dueDays } from './due-days.ts'
import { rebuildProjections } from './rebuild-projections.ts'
import { type AppendRequest, caseNumberOf, changedMeanwhile } from './record-events.ts'
import { readServedHistories } from './served-histories.ts'
import { statement } from './statement.ts'

/**
 * The ledger of cases in PostgreSQL, embedded or external. Events, the case's line, its clocks and
 * the notices to be sent are one statement, hence one transaction: after it is acknowledged all
 * of it is there, and before that none of it.
 */
export function makeCaseStore(database: Database): CaseStore {
  const heads = new Heads()
  const appender = makeAppender(database)
  return {
    append: (request) => append(database, appender, heads, request),
    load: (caseId) => loadEvents(database, caseId),
    row: async (caseId) => (await database.query(rowById, [caseId]))[0]?.row ?? null,
    rowByNumber: async (caseNumber) =>
      (await database.query(rowByNumber, [caseNumber]))[0]?.row ?? null,
    list: (query) => listCases(database, query),
    servedHistories: (period) => readServedHistories(database, period),
    count: (filter, spans) => countCases(database, filter, spans),
    dueDays: (filter, range) => dueDays(database, filter, range),
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
  appender: Appender,
  heads: Heads,
  request: AppendRequest,
): ReturnType<CaseStore['append']> {
  const { caseId, expectedVersion } = request
  const head = await headOf(database, heads, request)
  if (head.version !== expectedVersion) {
    return refused(changedMeanwhile(expectedVersion, head.version))
  }
  if (request.events.length === 0) return ok({ version: head.version, hash: head.hash })
  const appended = await appender(request, head).catch((error: unknown) => {
    heads.forget(caseId)
    throw error
  })
  if (!appended.ok) {
    heads.forget(caseId)
    return appended
  }
  heads.keep(caseId, appended.value)
  return ok({ version: appended.value.version, hash: appended.value.hash })
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
