// A synthetic year of applications through the whole lifecycle with a simulated clock. Every step is
// decided by the room of the case, appended to a store, swept day by day; every clock is computed a
// second time by a walk from day to day, which says as well which of them must run out.
//   npm run synthetic-year -- --count 200000 --store embedded
//   npm run synthetic-year -- --count 200000 --store embedded --url postgres://user@host/empty_database
// The whole year takes 6.5 GB; `npm run bench` has a tier of 2,000. See docs/how-to.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type Actor,
  averageTurnAround,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  type CaseStore,
  computeFee,
  decide,
  evolve,
  foldEvents,
  initialState,
  penaltyLedgerOf,
  turnAroundOf,
  verifyChain,
} from '#case'
import { addDays, type Instant, type PlainDate, parsePlainDate } from '#foundation'
import {
  attachToServer,
  makeCaseStore,
  makeMemoryCaseStore,
  openDatabase,
  serverStopped,
} from '#store'
import { type Act, type CaseAbout, liveACase, openDay, timeToFileAgrees } from './live-a-case.ts'
import { makeRandom } from './random.ts'
import { walkTo } from './walk-days.ts'

export type SyntheticYearOptions = {
  readonly count?: number
  readonly store?: 'memory' | 'embedded'
  /** An external PostgreSQL instead of the embedded one. */
  readonly url?: string
  readonly seed?: number
  /** First day of the year; the rules change on April 1, 2026, within the default year. */
  readonly from?: string
  /** Cases in flight at once. */
  readonly lanes?: number
  readonly onProgress?: (line: string) => void
}

export type SyntheticYear = {
  readonly store: string
  readonly cases: number
  readonly events: number
  readonly seconds: number
  readonly casesPerSecond: number
  readonly eventsPerSecond: number
  /** Of the ledger's events as JSON, of the certificates besides, and of the database where there is one. */
  readonly eventBytesPerCase: number
  readonly certificateBytesPerCase: number
  readonly databaseBytesPerCase: number | null
  readonly clocksStarted: number
  readonly clocksRanOut: number
  /** Ran out by the walk, and no event says so; must be 0. */
  readonly clocksMissed: number
  /** Said to have run out, and the walk says not; must be 0. */
  readonly clocksTooEarly: number
  /** Ends on another day than the walk; must be 0. */
  readonly clocksOtherwise: number
  /** Time-to-file rows that the walk decides otherwise; must be 0. */
  readonly filingOtherwise: number
  /** Cases read back whose chain is broken or whose fold differs; must be 0. */
  readonly readBackWrong: number
  readonly readBack: number
  readonly byStatus: Readonly<Record<string, number>>
  readonly letters: number
  readonly overturnedShare: number
  readonly turnAround: ReturnType<typeof averageTurnAround>
  /** From the cases read back. */
  readonly penaltiesPerCase: number
  readonly feesKnown: number
}

type Living = {
  readonly caseId: string
  readonly about: CaseAbout
  readonly life: Generator<Act, void, CaseState>
  state: CaseState
  next: Act | null
  /** Ends of running clocks by the walk. */
  readonly ends: Map<string, string>
}

const sweeper: Actor = { kind: 'system', name: 'clock-sweeper' }

/** Runs the year and answers its figures. A refused step of the plan is a fault: it throws. */
export async function syntheticYear(options: SyntheticYearOptions = {}): Promise<SyntheticYear> {
  const { count = 2000, seed = 1, lanes = options.store === 'embedded' ? 64 : 1 } = options
  const from = parsePlainDate(options.from ?? '2025-07-01')
  if (!from) throw new RangeError(`no such day: ${options.from}`)
  const place = await openStore(options)
  try {
    return await run(place, { count, seed, lanes, from, onProgress: options.onProgress })
  } finally {
    await place.close()
  }
}

type Place = {
  readonly name: string
  readonly cases: CaseStore
  size(): Promise<number | null>
  close(): Promise<void>
}

async function run(
  place: Place,
  options: {
    readonly count: number
    readonly seed: number
    readonly lanes: number
    readonly from: PlainDate
    readonly onProgress: SyntheticYearOptions['onProgress']
  },
): Promise<SyntheticYear> {
  const { count, seed, lanes, from } = options
  const before = await place.size()
  const tally = {
    events: 0,
    eventBytes: 0,
    certificateBytes: 0,
    started: 0,
    ranOut: 0,
    missed: 0,
    early: 0,
    otherwise: 0,
    filing: 0,
    letters: 0,
    issues: 0,
    overturned: 0,
  }
  const living = new Map<string, Living>()
  const days = new Map<PlainDate, Living[]>()
  const arrivals = arrivalsOf(count, from, seed)
  const sampled: string[] = []
  const byStatus: Record<string, number> = {}
  const every = Math.max(1, Math.floor(count / 500))

  const schedule = (one: Living): void => {
    if (!one.next) return
    const on = one.next.at.slice(0, 10) as PlainDate
    const list = days.get(on)
    if (list) list.push(one)
    else days.set(on, [one])
  }
  const append = async (one: Living, command: CaseCommand): Promise<readonly CaseEvent[]> => {
    const decided = decide(command, one.state)
    if (!decided.ok) {
      const [refusal] = decided.refusals
      throw new Error(`${one.caseId} ${command.type}: ${refusal.code}: ${refusal.because}`)
    }
    const appended = await place.cases.append({
      caseId: one.caseId,
      expectedVersion: one.state.version,
      at: command.at,
      by: command.by,
      events: decided.value,
    })
    if (!appended.ok) throw new Error(`${one.caseId}: ${appended.refusals[0].code}`)
    for (const event of decided.value) {
      one.state = evolve(one.state, event, one.state.version + 1)
      tally.events += 1
      tally.eventBytes += JSON.stringify(event).length
      follow(one, event)
    }
    return decided.value
  }
  /** What the walk says of each event. */
  const follow = (one: Living, event: CaseEvent): void => {
    if (event.type === 'ClockStarted') {
      const request = one.about.requests.get(event.clock)
      const end = request ? walkTo(request) : ''
      const { due } = event.deadline
      tally.started += 1
      if (end !== ('on' in due ? due.on : due.at)) tally.otherwise += 1
      one.ends.set(event.clock, end)
    } else if (event.type === 'ClockStopped') {
      one.ends.delete(event.clock)
    } else if (event.type === 'ClockRanOut') {
      tally.ranOut += 1
      // The walk takes its own list of what is due below; here only: was it due at all?
      if (!one.ends.delete(event.clock)) tally.early += 1
    } else if (event.type === 'EligibilityTested') {
      if (!timeToFileAgrees(one.state)) tally.filing += 1
    } else if (event.type === 'DeterminationServed') {
      tally.letters += 1
      tally.issues += one.state.issues.length
      tally.overturned += one.state.issues.filter(
        ({ decision }) => decision === 'overturned',
      ).length
    }
  }
  const retire = (one: Living): void => {
    if (one.next || one.ends.size > 0) return
    tally.certificateBytes += one.about.certificateBytes
    byStatus[one.state.status] = (byStatus[one.state.status] ?? 0) + 1
    living.delete(one.caseId)
  }
  const sweep = async (today: PlainDate): Promise<void> => {
    const now = `${today}T08:30:00.000Z` as Instant
    // By the walk: everything whose day was before today, or whose hour is past.
    const expected = new Set<string>()
    for (const one of living.values()) {
      for (const [clock, end] of one.ends) {
        if (end.length === 10 ? end < today : end < now) expected.add(`${one.caseId} ${clock}`)
      }
    }
    for (;;) {
      const due = await place.cases.claimDueClocks({ now, limit: 500, leaseSeconds: 60 })
      const groups = Map.groupBy(due, ({ caseId }) => caseId)
      await inLanes(lanes, [...groups.values()], async (group) => {
        for (const { caseId, clock } of group) {
          const one = living.get(caseId)
          if (!one || !expected.has(`${caseId} ${clock}`)) tally.early += 1
          if (!one) continue
          await append(one, { type: 'RunOutClock', by: sweeper, at: now, clock })
          one.ends.delete(clock)
          expected.delete(`${caseId} ${clock}`)
          retire(one)
        }
      })
      if (due.length < 500) break
    }
    tally.missed += expected.size
    for (const key of expected) {
      const [caseId = '', clock = ''] = key.split(' ')
      living.get(caseId)?.ends.delete(clock)
    }
  }

  const startedAt = performance.now()
  let number = 0
  let today = from
  for (let day = 0; number < count || living.size > 0; day += 1) {
    if (day > 1500) throw new Error(`${living.size} cases never end`)
    await sweep(today)
    const opening: Living[] = []
    const first = number + 1
    number += arrivals.get(today) ?? 0
    const numbers = Array.from({ length: number + 1 - first }, (_, index) => first + index)
    await inLanes(lanes, numbers, async (given) => {
      const life = liveACase(makeRandom(seed, given), given, today)
      const caseNumber = await place.cases.nextCaseNumber(Number(today.slice(0, 4)))
      const begun = life.next(initialState)
      const one: Living = {
        caseId: `year-${given}`,
        about: { caseNumber, requests: new Map(), certificateBytes: 0 },
        life,
        state: initialState,
        next: begun.done ? null : begun.value,
        ends: new Map(),
      }
      living.set(one.caseId, one)
      if (given % every === 0) sampled.push(one.caseId)
      opening.push(one)
    })
    const due = [...opening, ...(days.get(today) ?? [])]
    days.delete(today)
    await inLanes(lanes, due, async (one) => {
      while (one.next && one.next.at.slice(0, 10) <= today) {
        await append(one, one.next.make(one.state, one.about))
        const following = one.life.next(one.state)
        one.next = following.done ? null : following.value
      }
      schedule(one)
      retire(one)
    })
    if (day % 30 === 29) {
      options.onProgress?.(
        `${today}: ${number} received, ${living.size} open, ${tally.events} events; clocks: ${tally.started} started, ${tally.ranOut} ran out, ${tally.missed} missed, ${tally.early} too early, ${tally.otherwise} otherwise; ${Math.round((performance.now() - startedAt) / 1000)} s`,
      )
    }
    today = addDays(today, 1)
  }
  const seconds = (performance.now() - startedAt) / 1000

  let readBackWrong = 0
  let dollars = 0
  let feesKnown = 0
  const ages: NonNullable<ReturnType<typeof turnAroundOf>>[] = []
  for (const caseId of sampled) {
    const events = await place.cases.load(caseId)
    const state = foldEvents(events)
    const row = await place.cases.row(caseId)
    if (!verifyChain(events).ok || row?.status !== state.status || row.version !== events.length) {
      readBackWrong += 1
    }
    dollars += penaltyLedgerOf(events, today).dollars
    const fee = computeFee(state)
    if (fee.ok && fee.value.dollars !== null) feesKnown += 1
    const age = turnAroundOf(events)
    if (age) ages.push(age)
  }
  const after = await place.size()
  return {
    store: place.name,
    cases: number,
    events: tally.events,
    seconds,
    casesPerSecond: number / seconds,
    eventsPerSecond: tally.events / seconds,
    eventBytesPerCase: tally.eventBytes / number,
    certificateBytesPerCase: tally.certificateBytes / number,
    databaseBytesPerCase: before === null || after === null ? null : (after - before) / number,
    clocksStarted: tally.started,
    clocksRanOut: tally.ranOut,
    clocksMissed: tally.missed,
    clocksTooEarly: tally.early,
    clocksOtherwise: tally.otherwise,
    filingOtherwise: tally.filing,
    readBackWrong,
    readBack: sampled.length,
    byStatus,
    letters: tally.letters,
    overturnedShare: tally.overturned / Math.max(1, tally.issues),
    turnAround: averageTurnAround(ages),
    penaltiesPerCase: dollars / Math.max(1, sampled.length),
    feesKnown,
  }
}

/** How many applications come on each open day of the year. */
function arrivalsOf(count: number, from: PlainDate, seed: number): ReadonlyMap<PlainDate, number> {
  const random = makeRandom(seed, 0)
  const arrivals = new Map<PlainDate, number>()
  for (let left = count; left > 0; left -= 1) {
    const on = openDay(addDays(from, random.below(365)))
    arrivals.set(on, (arrivals.get(on) ?? 0) + 1)
  }
  return arrivals
}

async function inLanes<T>(
  lanes: number,
  list: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let one = list[next++]; one !== undefined; one = list[next++]) await work(one)
  }
  await Promise.all(Array.from({ length: Math.min(lanes, list.length) }, lane))
}

async function openStore(options: SyntheticYearOptions): Promise<Place> {
  if (options.store !== 'embedded' && !options.url) {
    return {
      name: 'memory',
      cases: makeMemoryCaseStore(),
      size: async () => null,
      close: async () => {},
    }
  }
  const home = mkdtempSync(join(tmpdir(), 'openimr-year-'))
  const share = options.url ? null : await attachToServer(home)
  const database = await openDatabase(options.url ? { url: options.url } : { home })
  return {
    name: `${database.engine.kind} PostgreSQL ${database.engine.version}`,
    cases: makeCaseStore(database),
    size: async () => {
      const [row] = await database.query<{ readonly bytes: string }>({
        name: 'bench-database-size',
        text: 'select pg_database_size(current_database())::text as bytes',
      })
      return row ? Number(row.bytes) : null
    },
    close: async () => {
      await database.close()
      share?.release()
      if (!options.url) await serverStopped(home)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Which figures must be nought, and are not. */
export function faultsOf(year: SyntheticYear): readonly string[] {
  return (
    [
      'clocksMissed',
      'clocksTooEarly',
      'clocksOtherwise',
      'filingOtherwise',
      'readBackWrong',
    ] as const
  ).filter((name) => year[name] !== 0)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '2000' },
      store: { type: 'string', default: 'both' },
      url: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  })
  const stores = values.store === 'both' ? (['memory', 'embedded'] as const) : [values.store]
  for (const store of stores) {
    if (store !== 'memory' && store !== 'embedded') {
      console.error('--store is memory, embedded or both')
      process.exit(2)
    }
    const year = await syntheticYear({
      count: Number(values.count),
      seed: Number(values.seed),
      store,
      ...(values.url && store === 'embedded' ? { url: values.url } : {}),
      ...(values.json ? {} : { onProgress: (line) => console.error(line) }),
    })
    console.log(values.json ? JSON.stringify(year) : JSON.stringify(year, null, 2))
    const faults = faultsOf(year)
    if (faults.length > 0) {
      console.error(`not nought: ${faults.join(', ')}`)
      process.exitCode = 1
    }
  }
}
