import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import type { Actor, CaseEvent } from '#case'
import { type Instant, valueOf } from '#foundation'
import { parseApplication } from '#intake'
import { sha256OfJson } from '#integrity'
import { attachToServer, makeCaseStore, openDatabase, serverStopped } from '#store'
import { type Bench, type Comparison, sayRate, timeInTurns } from './measure.ts'

const by: Actor = { kind: 'person', userId: 'u1', role: 'case-manager' }
const at = '2026-11-21T12:00:00.000Z' as Instant
const inFlight = 16

/**
 * Events appended to cases, each acknowledged when it is on the disk, against plain INSERTs of the
 * same rows, one statement a transaction, in the same server with the same settings.
 */
export const appendEventsBench: Bench = async ({ quick, rounds }) => {
  const count = quick ? 400 : 2000
  const home = mkdtempSync(join(tmpdir(), 'openimr-bench-'))
  const share = await attachToServer(home)
  const database = await openDatabase({ home })
  const pool = new Pool({ host: share.socketFolder, user: 'openimr', database: 'openimr', max: 10 })
  try {
    const store = makeCaseStore(database)
    await pool.query('create table bench_events (like case_events including all)')
    let batch = 0
    let opened = 0
    const append = (lanes: number) => async (): Promise<void> => {
      batch += 1
      await inLanes(lanes, count, async (lane, turn) => {
        const caseId = `bench-${batch}-${lane}`
        const events = [turn === 0 ? receivedIn(caseId, opened++) : written]
        const done = await store.append({ caseId, expectedVersion: turn, events, by, at })
        if (!done.ok) throw new Error(`not appended: ${done.refusals[0].code}`)
      })
    }
    await append(1)()
    const last = 'select * from case_events order by version desc limit 1'
    const row = (await pool.query(last)).rows[0] ?? {}
    // What the database computes by itself it computes for the yardstick too.
    const given = await pool.query<{ readonly column_name: string }>(
      "select column_name from information_schema.columns where table_name = 'case_events' and is_generated = 'NEVER'",
    )
    const columns = given.rows.map(({ column_name }) => column_name)
    const values = columns.map((column) =>
      column === 'content' ? JSON.stringify(row[column]) : row[column],
    )
    const text =
      `insert into bench_events (${columns.join(', ')}) ` +
      `values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`
    const insert = (lanes: number) => async (): Promise<void> => {
      batch += 1
      await inLanes(lanes, count, async (lane, turn) => {
        const filled = columns.map((column, index) => {
          if (column === 'case_id') return `bench-${batch}-${lane}`
          return column === 'version' ? turn + 1 : values[index]
        })
        await pool.query({ name: 'bench-insert', text, values: filled })
      })
    }
    const comparisons: Comparison[] = []
    for (const lanes of [1, inFlight]) {
      const [oursMs = 0, rawMs = 0] = await timeInTurns(rounds, append(lanes), insert(lanes))
      comparisons.push({
        name: 'append-events',
        size: `${count} events of ${summary.length} characters, ${lanes === 1 ? 'one after the other in one case' : `${lanes} cases at once`}, ${database.engine.kind} PostgreSQL ${database.engine.version}`,
        rounds,
        ours: 'event, hash chain, case row, outbox: one transaction each',
        oursMs,
        yardstick: 'plain INSERT of the event row alone, one transaction each',
        yardstickMs: rawMs,
        ratio: oursMs / rawMs,
        rate: sayRate(count, oursMs, 'events'),
      })
    }
    return comparisons
  } finally {
    await pool.end()
    await database.close()
    share.release()
    await serverStopped(home)
    rmSync(home, { recursive: true, force: true })
  }
}

async function inLanes(
  lanes: number,
  count: number,
  work: (lane: number, turn: number) => Promise<void>,
): Promise<void> {
  const turns = Math.floor(count / lanes)
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let turn = 0; turn < turns; turn += 1) await work(lane, turn)
    }),
  )
}

/** A case begins with its application: one event in each lane. */
function receivedIn(caseId: string, number: number): CaseEvent {
  return {
    type: 'ApplicationReceived',
    caseNumber: `CM26-${String(number).padStart(7, '0')}`,
    application,
    source: {
      sha256: sha256OfJson(caseId),
      bytes: 1,
      mediaType: 'application/json',
      kind: 'application',
    },
  }
}

const application = valueOf(
  parseApplication(
    JSON.parse(
      readFileSync(new URL('../../examples/lumbar-mri/application.json', import.meta.url), 'utf8'),
    ),
  ),
)
const summary = 'The worker was seen for low back pain; the examination was normal. '.repeat(6)
const written: CaseEvent = { type: 'CaseSummaryWritten', text: summary }
