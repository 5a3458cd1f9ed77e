import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseStore } from '#case'
import { addDays } from '#foundation'
import { buildServer, hashPassword } from '#server'
import {
  type Database,
  makeAccessLog,
  makeCaseStore,
  makeMemoryArtifactStore,
  makeReadingQueue,
  makeReviewerStore,
  makeUserStore,
  makeViewStore,
  openDatabase,
  serverStopped,
} from '#store'
import { fillQueue, queueDay, queueNow } from './fill-queue.ts'
import { type Bench, type Comparison, timeInTurns } from './measure.ts'

const few = 1000
const target = 100

/**
 * Pages, filters, counts and the calendar of a queue with 100,000 open cases, against the same
 * calls on 1,000; the first page also through the server, session and all.
 */
export const openQueueBench: Bench = async ({ quick, rounds }) => {
  const many = quick ? 20_000 : 100_000
  const homes = [many, few].map(() => mkdtempSync(join(tmpdir(), 'openimr-queue-')))
  const opened: Database[] = []
  try {
    for (const [index, count] of [many, few].entries()) {
      const home = homes[index] ?? ''
      const database = await openDatabase({ home })
      opened.push(database)
      await fillQueue(database, count)
    }
    const [large, small] = opened
    if (!large || !small) throw new TypeError('two databases were opened')
    const size = `${many.toLocaleString('en-US')} open cases, PostgreSQL ${large.engine.version}`
    const yardstick = `the same on ${few.toLocaleString('en-US')} cases`
    const comparisons: Comparison[] = []
    const compare = async (
      ours: string,
      work: (database: Database) => () => Promise<unknown>,
      limit?: number,
    ): Promise<void> => {
      const [oursMs = 0, yardstickMs = 0] = await timeInTurns(rounds, work(large), work(small))
      comparisons.push({
        name: 'open-queue',
        size,
        rounds,
        ours,
        oursMs,
        yardstick,
        yardstickMs,
        ratio: oursMs / yardstickMs,
        ...(limit === undefined ? {} : { target: `${limit} ms`, met: oursMs < limit }),
      })
    }
    const [atLarge, atSmall] = await Promise.all([serverOn(large), serverOn(small)])
    await compare(
      'first page through the server',
      (database) => () => (database === large ? atLarge : atSmall).firstPage(),
      target,
    )
    await Promise.all([atLarge.close(), atSmall.close()])
    for (const [what, ask] of Object.entries(pages)) {
      await compare(`first page: ${what}`, (database) => () => ask(makeCaseStore(database)), target)
    }
    for (const [what, ask] of Object.entries(others(many))) {
      await compare(what, (database) => () => ask(makeCaseStore(database)))
    }
    return comparisons
  } finally {
    for (const database of opened) await database.close()
    for (const home of homes) {
      await serverStopped(home)
      rmSync(home, { recursive: true, force: true })
    }
  }
}

type Ask = (store: CaseStore) => Promise<unknown>

const page = { limit: 50, offset: 0 }
const soon = { from: queueDay, to: addDays(queueDay, 7) }
const spans = [
  { overdueAt: queueNow },
  { from: queueDay, to: queueDay },
  soon,
  { from: queueDay, to: addDays(queueDay, 14) },
  { from: queueDay, to: addDays(queueDay, 30) },
]

const pages: Readonly<Record<string, Ask>> = {
  all: (store) => store.list(page),
  'a stage': (store) =>
    store.list({ ...page, status: ['records-open', 'records-overdue', 'records-complete'] }),
  expedited: (store) => store.list({ ...page, priority: 'expedited' }),
  overdue: (store) => store.list({ ...page, due: { overdueAt: queueNow } }),
  'within 7 days': (store) => store.list({ ...page, due: soon }),
  'a rare clock': (store) => store.list({ ...page, due: { clock: 'D2' } }),
  'a clock within 7 days': (store) => store.list({ ...page, due: { ...soon, clock: 'D1' } }),
  'a category': (store) => store.list({ ...page, category: 'Pharmaceuticals' }),
  'a category that no case has': (store) => store.list({ ...page, category: 'Dental' }),
  'a program that no case has': (store) => store.list({ ...page, program: 'NY-DFS' }),
  'an office': (store) => store.list({ ...page, office: 'Kestrel' }),
  'a case manager': (store) => store.list({ ...page, caseManager: 'manager-3' }),
  'a company': (store) => store.list({ ...page, claimsAdministrator: 'Invented Mutual 7' }),
  'a reviewer': (store) => store.list({ ...page, reviewerId: 'reviewer-9' }),
  'a case number': (store) => store.list({ ...page, text: '771' }),
  'a name': (store) => store.list({ ...page, text: 'nunezfield hana' }),
  'a word of many cases': (store) => store.list({ ...page, text: 'lumbar' }),
  'a word of all cases': (store) => store.list({ ...page, text: 'invented' }),
}

function others(many: number): Readonly<Record<string, Ask>> {
  return {
    'a page near the end': (store) => store.list({ limit: 50, offset: Math.floor(many * 0.9) }),
    'counts of all filters': (store) => store.count({}, spans),
    'counts with three filters': (store) =>
      store.count({ status: ['records-open'], office: 'Kestrel', due: { clock: 'R1' } }, spans),
    'counts with a word': (store) => store.count({ text: 'lumbar' }, spans),
    'a month of the calendar': (store) => store.dueDays({}, month),
    'a month of one company': (store) =>
      store.dueDays({ claimsAdministrator: 'Invented Mutual 7' }, month),
  }
}

const month = { from: addDays(queueDay, -15), to: addDays(queueDay, 20), now: queueNow }

/** A server on the database with a case manager signed in; calls go through all of it but the wire. */
async function serverOn(database: Database): Promise<{
  firstPage(): Promise<void>
  close(): Promise<unknown>
}> {
  const users = makeUserStore(database)
  const password = 'a password of the bench'
  await users.create({
    userId: 'manager-3',
    userName: 'manager',
    displayName: 'M. Anager',
    role: 'case-manager',
    passwordHash: await hashPassword(password),
    reviewerId: null,
    claimsAdministrator: null,
    caseIds: [],
  })
  const app = await buildServer({
    proceedings: {
      cases: makeCaseStore(database),
      artifacts: makeMemoryArtifactStore(),
      pdf: { read: unused, renderPage: unused },
      recordReader: {
        inspect: unused,
        unpack: unused,
        render: unused,
        readPages: unused,
        renderPage: unused,
      },
      workFiles: { withFolders: unused, sha256Of: unused, partsOf: nothing },
      forms: { blank: unused, readFields: unused },
      printer: { printServedLetter: unused, printPublicLetter: unused, printNotice: unused },
      reviewers: makeReviewerStore(database),
      organization: { name: '', address: [], phone: '', medicalDirector: '' },
      newId: () => crypto.randomUUID(),
    },
    users,
    views: makeViewStore(database),
    accesses: makeAccessLog(database),
    reading: makeReadingQueue(database),
    uploadFolder: join(tmpdir(), 'openimr-bench-uploads'),
    now: () => queueNow,
    settings: { callsPerMinute: 1_000_000 },
  })
  const seen = await app.inject({ url: '/api/session' })
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/sessions',
    cookies: cookiesOf(seen.cookies),
    headers: { 'x-csrf-token': seen.json<{ csrfToken: string }>().csrfToken },
    payload: { userName: 'manager', password },
  })
  const cookies = cookiesOf(signedIn.cookies)
  return {
    async firstPage() {
      const answer = await app.inject({ url: '/api/cases?limit=50', cookies })
      const rows = answer.json<{ rows?: readonly unknown[] }>().rows?.length
      if (rows !== 50) throw new Error(`the server answered ${answer.statusCode}, ${rows} rows`)
    },
    close: () => app.close(),
  }
}

function nothing(): never {
  throw new TypeError('nothing is read or printed for a list')
}

async function unused(): Promise<never> {
  throw new TypeError('nothing is read or printed for a list')
}

function cookiesOf(
  cookies: readonly { readonly name: string; readonly value: string }[],
): Record<string, string> {
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
}
