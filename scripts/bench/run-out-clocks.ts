// Clocks that run out while sweepers are killed: `npm run bench -- --only run-out-clocks`.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Database, openDatabase, serverStopped } from '#store'
import { fillQueue } from './fill-queue.ts'
import { type Bench, sayRate } from './measure.ts'
import { makeRandom } from './random.ts'

/** All clocks of the filled queue are over on this day. */
const at = '2026-09-01T19:00:00.000Z'
const sweepersAtOnce = 3

/**
 * Fifty thousand pending clocks, swept by three processes of which one after the other is killed
 * in the middle of its work and replaced, until none is left. Every clock must have run out exactly
 * once. The yardstick is the same work when nobody is killed.
 */
export const runOutClocksBench: Bench = async ({ quick }) => {
  const calm = await sweepAll(quick, 0)
  const killed = await sweepAll(quick, quick ? 4 : 20)
  return [
    {
      name: 'run-out-clocks',
      size: `${killed.clocks.toLocaleString('en-US')} due clocks, ${sweepersAtOnce} sweepers, ${killed.kills} killed and replaced`,
      rounds: 1,
      ours: 'each ran out exactly once, none was missed, none came twice',
      oursMs: killed.milliseconds,
      yardstick: `the same without a kill: ${sayRate(calm.clocks, calm.milliseconds, 'clocks')}`,
      yardstickMs: calm.milliseconds,
      ratio: killed.milliseconds / calm.milliseconds,
      rate: sayRate(killed.clocks, killed.milliseconds, 'clocks'),
    },
  ]
}

async function sweepAll(
  quick: boolean,
  kills: number,
): Promise<{ readonly clocks: number; readonly kills: number; readonly milliseconds: number }> {
  const home = mkdtempSync(join(tmpdir(), 'openimr-clocks-'))
  const database = await openDatabase({ home })
  try {
    // Two thirds of these cases have one running clock, a third has two; a few are overdue already.
    await fillQueue(database, quick ? 1500 : 40_000)
    const clocks = await numberOf(
      database,
      'select count(*)::int as n from case_clocks where not ran_out',
    )
    const before = await numberOf(database, ranOut)
    const startedAt = performance.now()
    const killed = await sweepWithKills(database, home, kills)
    const milliseconds = performance.now() - startedAt
    const after = await numberOf(database, ranOut)
    const twice = await numberOf(database, ranOutTwice)
    const left = await numberOf(
      database,
      'select count(*)::int as n from case_clocks where not ran_out',
    )
    if (after - before !== clocks || twice !== 0 || left !== 0) {
      throw new Error(`of ${clocks} clocks ${after - before} ran out, ${twice} twice, ${left} left`)
    }
    return { clocks, kills: killed, milliseconds }
  } finally {
    await database.close()
    await serverStopped(home)
    rmSync(home, { recursive: true, force: true })
  }
}

const ranOut = `select count(*)::int as n from case_events where type = 'ClockRanOut'`
const ranOutTwice = `select count(*)::int as n from (
  select from case_events where type = 'ClockRanOut'
  group by case_id, content #>> '{event,clock}' having count(*) > 1) as twice`

/** Sweepers are kept at their number; at random moments one of them is killed, and replaced. */
async function sweepWithKills(database: Database, home: string, kills: number): Promise<number> {
  const random = makeRandom(3, kills)
  const running = new Set<ChildProcess>()
  let killed = 0
  const start = async (): Promise<void> => {
    const sweeper = startSweeper(home)
    running.add(sweeper)
    sweeper.once('exit', () => running.delete(sweeper))
    await once(sweeper, 'spawn')
  }
  const left = (): Promise<number> =>
    numberOf(database, 'select count(*)::int as n from case_clocks where not ran_out')
  for (let pending = await left(); pending > 0; pending = await left()) {
    while (running.size < sweepersAtOnce) await start()
    await pause(400 + random.below(800))
    const victim = [...running][random.below(running.size)]
    if (victim && killed < kills && victim.kill('SIGKILL')) {
      killed += 1
      await once(victim, 'exit')
    }
  }
  await Promise.all(
    [...running].map(async (sweeper) => {
      sweeper.kill('SIGKILL')
      await once(sweeper, 'exit')
    }),
  )
  return killed
}

/** What a killed sweeper had taken is free when its lease is over: each start looks a lease later. */
let starts = 0
function startSweeper(home: string): ChildProcess {
  starts += 1
  const now = new Date(Date.parse(at) + starts * 121_000).toISOString()
  const program = fileURLToPath(new URL('./sweep-home.ts', import.meta.url))
  return spawn(process.execPath, ['--conditions=openimr-source', program, home, now], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function numberOf(database: Database, text: string): Promise<number> {
  const [row] = await database.query<{ readonly n: number }>({ name: '', text })
  return row?.n ?? 0
}
