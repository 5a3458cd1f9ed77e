import { type CaseState, evolve } from '#case'
import { ok, type Result, refused } from '#foundation'
import { type CaseProjection, projectState } from './case-row.ts'
import type { Database } from './database.ts'
import { StatementError } from './faults.ts'
import { type AppendRequest, changedMeanwhile, numberTaken, recordEvents } from './record-events.ts'
import { statement } from './statement.ts'

/** What a case was before an append: nothing is written unless it still is that. */
export type Head = { readonly version: number; readonly hash: string; readonly state: CaseState }

/** Appends to a case that was last seen as `head`; answers the head after it, or a refusal. */
export type Appender = (request: AppendRequest, head: Head) => Promise<Result<Head>>

/**
 * Appends that ask at the same time travel together: while a statement is under way, those that
 * come queue up and go as one statement, hence one transaction. Who is alone does not wait. Each
 * is answered when its events are durable. If one of them offends the database, each is tried by
 * itself, so that nobody is refused for another one's sake.
 */
export function makeAppender(database: Database): Appender {
  const waiting: Pending[] = []
  let underWay = 0
  const send = (): void => {
    while (underWay < statementsAtOnce && waiting.length > 0) {
      const batch = takeBatch(waiting)
      underWay += 1
      void write(database, batch).finally(() => {
        underWay -= 1
        send()
      })
    }
  }
  return (request, head) =>
    new Promise((answered, failed) => {
      try {
        waiting.push({ ...prepare(request, head), answered, failed })
      } catch (error) {
        failed(error)
        return
      }
      send()
    })
}

const statementsAtOnce = 2
const appendsInOne = 64

type Prepared = {
  readonly request: AppendRequest
  readonly previousHash: string
  readonly recorded: ReturnType<typeof recordEvents>
  readonly projection: CaseProjection
  readonly after: Head
}

type Pending = Prepared & {
  readonly answered: (result: Result<Head>) => void
  readonly failed: (error: unknown) => void
}

function prepare(request: AppendRequest, head: Head): Prepared {
  const recorded = recordEvents(request, head.hash)
  const state = recorded.reduce(
    (before, { event, version }) => evolve(before, event, version),
    head.state,
  )
  const last = recorded.at(-1) ?? head
  return {
    request,
    previousHash: head.hash,
    recorded,
    projection: projectState(request.caseId, state),
    after: { version: last.version, hash: last.hash, state },
  }
}

/** Takes those that may go together: no case twice, and in the order of cases, so none wait in a ring. */
function takeBatch(waiting: Pending[]): readonly Pending[] {
  const batch = new Map<string, Pending>()
  const left: Pending[] = []
  for (const one of waiting.splice(0)) {
    const { caseId } = one.request
    if (batch.size < appendsInOne && !batch.has(caseId)) batch.set(caseId, one)
    else left.push(one)
  }
  waiting.push(...left)
  return [...batch.values()].toSorted((first, second) =>
    first.request.caseId < second.request.caseId ? -1 : 1,
  )
}

async function write(database: Database, batch: readonly Pending[]): Promise<void> {
  try {
    const answer = await database.query(appendEvents, valuesOf(batch))
    const appended = new Map(answer.map((row) => [row.caseId, row.appended]))
    for (const { request, recorded, after, answered } of batch) {
      answered(
        appended.get(request.caseId) === recorded.length
          ? ok(after)
          : refused(changedMeanwhile(request.expectedVersion, null)),
      )
    }
  } catch (error) {
    if (batch.length > 1 && error instanceof StatementError && isOfContent(error)) {
      for (const one of batch) await write(database, [one])
      return
    }
    for (const one of batch) settle(one, error)
  }
}

function settle({ request, projection, answered, failed }: Pending, error: unknown): void {
  const constraint = error instanceof StatementError ? error.constraint : null
  if (constraint === 'case_events_pkey') {
    answered(refused(changedMeanwhile(request.expectedVersion, null)))
  } else if (constraint === 'cases_case_number_key') {
    answered(refused(numberTaken(projection.row.caseNumber)))
  } else failed(error)
}

/** PostgreSQL refused the content (data, integrity) or undid a tangle of two: nothing was written. */
function isOfContent(error: StatementError): boolean {
  return /^(22|23|40)...$/.test(error.code)
}

function valuesOf(batch: readonly Prepared[]): readonly unknown[] {
  const events = batch.flatMap(({ request, recorded }) =>
    recorded.map((event) => ({ ...event, at: request.at })),
  )
  const clocks = batch.flatMap(({ request, projection }) =>
    projection.clocks.map((clock) => ({ ...clock, caseId: request.caseId })),
  )
  const waiting = batch.flatMap(({ request, projection }) =>
    projection.waiting.map((documentId) => ({ ...request, documentId })),
  )
  const rows = batch.map(({ projection }) => projection)
  return [
    batch.map(({ request }) => request.caseId),
    batch.map(({ request }) => request.expectedVersion),
    batch.map(({ previousHash }) => previousHash),
    events.map(({ caseId }) => caseId),
    events.map(({ version }) => version),
    events.map(({ event }) => event.type),
    events.map(({ at }) => at),
    events.map(({ content }) => content),
    events.map(({ previousHash }) => previousHash),
    events.map(({ hash }) => hash),
    rows.map(({ row }) => row.caseNumber),
    rows.map(({ row }) => row.version),
    rows.map(({ row }) => JSON.stringify(row)),
    rows.map(({ words }) => words.join('\n')),
    rows.map(({ nextDueAt }) => nextDueAt),
    rows.map(({ row }) => row.status),
    rows.map(({ row }) => row.priority),
    rows.map(({ row }) => row.program),
    rows.map(({ row }) => row.office),
    rows.map(({ row }) => row.caseManager),
    rows.map(({ row }) => row.reviewerId),
    rows.map(({ row }) => row.claimsAdministrator),
    rows.map(({ row }) => row.publishedOn !== null),
    rows.map(({ row }) => row.categories.join('\n')),
    clocks.map(({ caseId }) => caseId),
    clocks.map(({ clock }) => clock),
    clocks.map(({ due }) => due),
    clocks.map(({ dueAt }) => dueAt),
    clocks.map(({ dueOn }) => dueOn),
    clocks.map(({ nature }) => nature),
    clocks.map(({ ranOut }) => ranOut),
    waiting.map(({ caseId }) => caseId),
    waiting.map(({ documentId }) => documentId),
    waiting.map(({ at }) => at),
  ]
}

/**
 * $1–$3 cases with expected version and the hash at that version, $4–$10 events, $11–$14 the cases'
 * lines and words in the order of $1, $15–$24 their places in the queue, $25–$31 their open clocks,
 * $32–$34 their files that wait to be read.
 * What stays as it is, is not written again; a clock that runs on keeps its lease, and so does a
 * file that waits on.
 * Of a case nothing is written, and nothing answered, unless it ends at its version with its hash;
 * two who try at once meet at the primary key.
 */
const appendEvents = statement<{ readonly caseId: string; readonly appended: number }>(
  'append-events',
  `with fits as materialized (
    select a.case_id from unnest($1::text[], $2::int[], $3::text[]) as a (case_id, version, hash)
    where a.version = 0 or a.hash = (
      select e.hash from case_events as e
      where e.case_id = a.case_id collate "C" and e.version = a.version)
  ), appended as (
    insert into case_events
      (case_id, version, type, recorded_at, content, previous_hash, hash)
    select e.case_id, e.version, e.type, e.at::timestamptz, e.content::json, e.previous_hash, e.hash
    from unnest($4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
      with ordinality as e (case_id, version, type, at, content, previous_hash, hash, place)
    where e.case_id in (select case_id from fits)
    order by place
    returning case_id, version, type
  ), kept as materialized (
    select case_id, count(*)::int as events from appended group by case_id
  ), projected as (
    insert into cases (case_id, case_number, version, row)
    select r.case_id, r.case_number, r.version, r.line::json
    from unnest($1::text[], $11::text[], $12::int[], $13::text[]) with ordinality
      as r (case_id, case_number, version, line, place)
    where r.case_id in (select case_id from kept)
    order by place
    on conflict (case_id) do update set case_number = excluded.case_number,
      version = excluded.version, row = excluded.row
  ), named as (
    insert into case_words as known (case_id, words)
    select r.case_id, array_to_tsvector(string_to_array(r.words, chr(10)))
    from unnest($1::text[], $14::text[]) with ordinality as r (case_id, words, place)
    where r.case_id in (select case_id from kept)
    order by place
    on conflict (case_id) do update set words = excluded.words where known.words <> excluded.words
  ), queued as (
    insert into case_queue as known (case_id, case_number, next_due_at, status, priority, program,
      office, case_manager, reviewer_id, claims_administrator, published, categories)
    select r.case_id, r.case_number, r.next_due_at::timestamptz, r.status, r.priority, r.program,
      r.office, r.case_manager, r.reviewer_id, r.claims_administrator, r.published,
      string_to_array(r.categories, chr(10))
    from unnest($1::text[], $11::text[], $15::text[], $16::text[], $17::text[], $18::text[],
      $19::text[], $20::text[], $21::text[], $22::text[], $23::boolean[], $24::text[])
      with ordinality as r (case_id, case_number, next_due_at, status, priority, program, office,
        case_manager, reviewer_id, claims_administrator, published, categories, place)
    where r.case_id in (select case_id from kept)
    order by place
    on conflict (case_id) do update set case_number = excluded.case_number,
      next_due_at = excluded.next_due_at, status = excluded.status, priority = excluded.priority,
      program = excluded.program, office = excluded.office, case_manager = excluded.case_manager,
      reviewer_id = excluded.reviewer_id, claims_administrator = excluded.claims_administrator,
      published = excluded.published, categories = excluded.categories
    where known is distinct from excluded
  ), ended as (
    delete from case_clocks as ended using kept where ended.case_id = kept.case_id
      and not exists (select from unnest($25::text[], $26::text[]) as c (case_id, clock)
        where c.case_id = ended.case_id and c.clock = ended.clock)
  ), running as (
    insert into case_clocks as known (case_id, clock, due, due_at, due_on, nature, ran_out)
    select c.case_id, c.clock, c.due, c.due_at::timestamptz, c.due_on::date, c.nature, c.ran_out
    from unnest($25::text[], $26::text[], $27::text[], $28::text[], $29::text[], $30::text[],
      $31::boolean[]) as c (case_id, clock, due, due_at, due_on, nature, ran_out)
    where c.case_id in (select case_id from kept)
    on conflict (case_id, clock) do update set due = excluded.due, due_at = excluded.due_at,
      due_on = excluded.due_on, nature = excluded.nature, ran_out = excluded.ran_out,
      leased_until = null
    where known.due <> excluded.due or known.ran_out <> excluded.ran_out
  ), read_or_given_up as (
    delete from reading_queue as left_over using kept where left_over.case_id = kept.case_id
      and not exists (select from unnest($32::text[], $33::text[]) as w (case_id, document_id)
        where w.case_id = left_over.case_id and w.document_id = left_over.document_id)
  ), waits as (
    insert into reading_queue (case_id, document_id, waiting_since, updated_at)
    select w.case_id, w.document_id, w.at::timestamptz, w.at::timestamptz
    from unnest($32::text[], $33::text[], $34::text[]) as w (case_id, document_id, at)
    where w.case_id in (select case_id from kept)
    on conflict (case_id, document_id) do nothing
  ), told as (
    insert into outbox (case_id, version, type)
    select case_id, version, type from appended order by case_id, version
  )
  select case_id as "caseId", events as appended from kept`,
)
