import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Reviewer } from '#reviewers'
import {
  copyDatabase,
  type Database,
  makeAccessLog,
  makeCaseStore,
  makeOutbox,
  makeReviewerStore,
  makeUserStore,
  makeViewStore,
  openDatabase,
} from '#store'
import {
  caseManager,
  day,
  instant,
  received,
  someTime,
  summaryWritten,
} from '../support/build-case-events.ts'
import {
  embeddedPostgres,
  externalPostgres,
  hasExternalPostgres,
  type PostgresForTests,
} from '../support/postgres-for-tests.ts'

const engines = [
  ['the embedded PostgreSQL', embeddedPostgres],
  ...(hasExternalPostgres() ? [['an external PostgreSQL', externalPostgres] as const] : []),
] as const

if (!hasExternalPostgres()) {
  describe.skip('an external PostgreSQL: set DATABASE_URL, or install PostgreSQL 15 or newer', () => {})
}

describe.each(engines)('on %s', (_, start) => {
  let postgres: PostgresForTests | null = null
  let url = ''
  let database: Database
  beforeAll(async () => {
    postgres = await start()
  })
  beforeEach(async () => {
    url = (await postgres?.emptySchema()) ?? ''
    database = await openDatabase({ url })
  })
  afterEach(async () => {
    await database.close()
  })
  afterAll(async () => {
    await postgres?.stop()
  })

  describe('a database', () => {
    it('is brought up to date once, by however many open it at the same time', async () => {
      const fresh = (await postgres?.emptySchema()) ?? ''
      const opened = await Promise.all(
        Array.from({ length: 4 }, () => openDatabase({ url: fresh })),
      )
      const [counted] = await sql(
        fresh,
        'select count(*)::int as steps, max(version) as last from schema_migrations',
      )
      expect(counted?.['steps']).toBeGreaterThan(0)
      expect(counted?.['steps']).toBe(counted?.['last'])
      expect(Number.parseInt(opened[0]?.engine.version ?? '', 10)).toBeGreaterThanOrEqual(15)
      await Promise.all(opened.map((one) => one.close()))
    })

    it('is not opened when a newer OpenIMR has changed it', async () => {
      await sql(url, "insert into schema_migrations values (99, 'from-the-future', 'x')")
      await expect(openDatabase({ url })).rejects.toThrow(/migration 99.*newer version/s)
    })

    it('is not opened when a step that it has run was changed', async () => {
      await sql(url, "update schema_migrations set checksum = 'other' where version = 1")
      await expect(openDatabase({ url })).rejects.toThrow(/Migration 1.*changed/s)
    })

    it('undoes a transaction that fails, and says no value in the fault', async () => {
      const users = makeUserStore(database)
      await users.create(manager('u1', 'ana@example.test'))
      const secret = 'ana@example.test'
      const failure = await users
        .create(manager('u1', 'other@example.test'))
        .catch((e: unknown) => e)
      expect(failure).toMatchObject({ name: 'StatementError', constraint: 'users_pkey' })
      expect(String(failure)).not.toContain(secret)
      expect(await users.findByName('other@example.test')).toBeNull()
    })
  })

  describe('the ledger', () => {
    beforeEach(async () => {
      await makeCaseStore(database).append({
        caseId: 'c1',
        expectedVersion: 0,
        at: someTime,
        by: caseManager,
        events: [received('CM26-0000001'), summaryWritten('one')],
      })
    })

    it('lets nobody change or remove what lies in it', async () => {
      for (const attempt of [
        "update case_events set type = 'Other'",
        'delete from case_events',
        'truncate case_events',
      ]) {
        await expect(sql(url, attempt)).rejects.toThrow(/never changed or removed/)
      }
    })

    it('takes no event whose hash is not that of its content', async () => {
      await expect(
        sql(
          url,
          `insert into case_events select case_id, 3, type, recorded_at, content, hash, hash
           from case_events where version = 2`,
        ),
      ).rejects.toThrow(/case_events_hash_is_of_content/)
    })

    it('takes nothing behind an event that another database would have', async () => {
      const store = makeCaseStore(database)
      await store.append(tell('c1', 2, 'two'))
      // A backup is played back under the running server: the third event is gone.
      await sql(
        url,
        `alter table case_events disable trigger all;
         delete from case_events where version = 3;
         update cases set version = 2`,
      )
      const behind = await store.append(tell('c1', 3, 'three'))
      expect(behind).toMatchObject({ ok: false, refusals: [{ code: 'case-changed-meanwhile' }] })
      expect(await store.append(tell('c1', 2, 'another two'))).toMatchObject({ ok: true })
    })

    it('makes damaged rows anew', async () => {
      const store = makeCaseStore(database)
      const before = await store.row('c1')
      await sql(
        url,
        `update case_queue set status = 'issued'; update cases set row = '{}'; delete from case_clocks`,
      )
      await store.rebuild()
      expect(await store.row('c1')).toEqual(before)
      expect((await store.list({ status: ['received'], limit: 5, offset: 0 })).total).toBe(1)
    })
  })

  it('is copied to an empty database, to the letter, and to no other', async () => {
    const store = makeCaseStore(database)
    await store.append({ ...tell('c1', 0), events: [received('CM26-0000001')] })
    await store.append(tell('c1', 1, 'null \0 \uD800 "quoted" \\ 漢字', 'two'))
    await store.nextCaseNumber(2026)
    await makeUserStore(database).create({ ...manager('u1', 'a@example.test'), caseIds: ['c1'] })
    await makeReviewerStore(database).put(reviewer('r1', 0))
    const other = await openDatabase({ url: (await postgres?.emptySchema()) ?? '' })
    try {
      const copied = await copyDatabase(database, other)
      expect(copied).toMatchObject({ ok: true, value: { rows: { case_events: 3, users: 1 } } })
      const arrived = makeCaseStore(other)
      expect(await arrived.load('c1')).toEqual(await store.load('c1'))
      expect(await arrived.list({ limit: 5, offset: 0 })).toEqual(
        await store.list({ limit: 5, offset: 0 }),
      )
      expect(await arrived.append(tell('c1', 3, 'it goes on'))).toMatchObject({ ok: true })
      expect(await arrived.nextCaseNumber(2026)).toBe('CM26-0000002')
      expect(await makeUserStore(other).get('u1')).toEqual(await makeUserStore(database).get('u1'))
      expect(await copyDatabase(database, other)).toMatchObject({
        ok: false,
        refusals: [{ code: 'database-not-empty' }],
      })
    } finally {
      await other.close()
    }
  })

  describe('the outbox', () => {
    it('has one notice for each event that was appended, and none for one that was refused', async () => {
      const store = makeCaseStore(database)
      const outbox = makeOutbox(database)
      await store.append({ ...tell('c1', 0, 'one'), events: [received('CM26-0000001')] })
      await store.append(tell('c1', 1, 'one', 'two'))
      await store.append(tell('c1', 1, 'refused'))
      const ask = { now: someTime, limit: 2, leaseSeconds: 60 }
      const [first, second] = await Promise.all([outbox.claim(ask), outbox.claim(ask)])
      const rest = await outbox.claim(ask)
      const given = [...first, ...second, ...rest]
      expect(new Set(given.map(({ version }) => version))).toEqual(new Set([1, 2, 3]))
      expect(given).toHaveLength(3)
      expect(given.every(({ attempts }) => attempts === 1)).toBe(true)
      await outbox.confirm(given.slice(0, 2).map((notice) => notice.notificationId))
      const later = { ...ask, now: instant('2026-02-02T17:02:00.000Z'), limit: 10 }
      expect(await outbox.claim(later)).toEqual([{ ...given[2], attempts: 2 }])
    })
  })

  describe('accounts', () => {
    it('belong to one name each, whatever its case', async () => {
      const users = makeUserStore(database)
      const made = await users.create({
        ...manager('u1', ' Ana@Example.test '),
        caseIds: ['c2', 'c1'],
      })
      expect(made).toMatchObject({ ok: true, value: { userName: 'Ana@Example.test' } })
      expect(await users.create(manager('u2', 'ANA@example.TEST'))).toMatchObject({
        ok: false,
        refusals: [{ code: 'user-name-taken', where: 'userName' }],
      })
      const found = await users.findByName('ana@example.test')
      expect(found).toEqual(made.ok && made.value)
      expect(await users.get('u1')).toEqual(found)
      await users.grantCase('u1', 'c9')
      await users.grantCase('u1', 'c9')
      expect((await users.list()).map((user) => user.caseIds)).toEqual([['c2', 'c1', 'c9']])
    })

    it('say whose eyes they stand for', async () => {
      const users = makeUserStore(database)
      for (const role of ['reviewer', 'claims-administrator'] as const) {
        expect(await users.create({ ...manager('u1', 'a@example.test'), role })).toMatchObject({
          ok: false,
          refusals: [{ code: 'account-incomplete' }],
        })
      }
      const reviewer = {
        ...manager('u2', 'r@example.test'),
        role: 'reviewer',
        reviewerId: 'r1',
      } as const
      expect(await users.create(reviewer)).toMatchObject({ ok: true })
    })

    it('are locked after failures in a row, however many are tried at once', async () => {
      const users = makeUserStore(database)
      await users.create(manager('u1', 'a@example.test'))
      const failure = { userId: 'u1', lockAfter: 5, lockUntil: instant('2026-02-02T17:15:00.000Z') }
      await Promise.all([1, 2, 3, 4].map(() => users.countFailure(failure)))
      expect((await users.get('u1'))?.lockedUntil).toBeNull()
      await users.countFailure(failure)
      expect((await users.get('u1'))?.lockedUntil).toBe('2026-02-02T17:15:00.000Z')
      await users.forgetFailures('u1')
      await users.countFailure(failure)
      expect((await users.get('u1'))?.lockedUntil).toBeNull()
    })
  })

  describe('views of the queue', () => {
    const view = (viewId: string, name: string, opensFirst = false) => ({
      viewId,
      name,
      search: { due: 'overdue' },
      opensFirst,
    })

    it('belong to one account, have a name each, and one opens first', async () => {
      const users = makeUserStore(database)
      await users.create(manager('u1', 'a@example.test'))
      await users.create(manager('u2', 'b@example.test'))
      const views = makeViewStore(database)
      expect(await views.save('u1', view('v1', 'Late', true))).toMatchObject({ ok: true })
      expect(await views.save('u1', view('v2', 'LATE'))).toMatchObject({
        refusals: [{ code: 'view-name-taken' }],
      })
      expect(await views.save('u2', view('v3', 'Late', true))).toMatchObject({ ok: true })
      await Promise.all(['v4', 'v5'].map((id) => views.save('u1', view(id, id, true))))
      const kept = await views.list('u1')
      expect(kept.map(({ name }) => name)).toEqual(['Late', 'v4', 'v5'])
      expect(kept.filter(({ opensFirst }) => opensFirst)).toHaveLength(1)
      const changed = await views.change('u1', 'v4', { name: 'Fourth', search: {} })
      expect(changed).toMatchObject({ value: { name: 'Fourth', search: {} } })
      expect(await views.change('u2', 'v4', {})).toMatchObject({
        refusals: [{ code: 'view-unknown' }],
      })
      expect(await views.remove('u2', 'v4')).toMatchObject({ ok: false })
      expect(await views.remove('u1', 'v4')).toMatchObject({ ok: true })
      expect(await views.list('u2')).toEqual([view('v3', 'Late', true)])
    })

    it('are fifty at most', async () => {
      await makeUserStore(database).create(manager('u1', 'a@example.test'))
      const views = makeViewStore(database)
      const saved = await Promise.all(
        Array.from({ length: 52 }, (_, index) => views.save('u1', view(`v${index}`, `n${index}`))),
      )
      expect(saved.filter(({ ok }) => ok)).toHaveLength(50)
      expect(saved.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: 'too-many-views' }] })
    })
  })

  describe('sessions', () => {
    it('last until they end, and end with the password or the account', async () => {
      const users = makeUserStore(database)
      await users.create(manager('u1', 'a@example.test'))
      const open = (tokenSha256: string): Promise<void> =>
        users.openSession({ tokenSha256, userId: 'u1', at: someTime })
      await Promise.all([open('t1'), open('t2')])
      await users.touchSession('t1', instant('2026-02-02T17:10:00.000Z'))
      expect(await users.findSession('t1')).toEqual({
        userId: 'u1',
        openedAt: someTime,
        lastUsedAt: '2026-02-02T17:10:00.000Z',
      })
      await users.endSession('t1')
      expect(await users.findSession('t1')).toBeNull()
      await users.setPassword('u1', 'new hash')
      expect(await users.findSession('t2')).toBeNull()
      await open('t3')
      await users.setDisabled('u1', true)
      expect(await users.findSession('t3')).toBeNull()
      expect(await users.get('u1')).toMatchObject({ disabled: true, passwordHash: 'new hash' })
    })

    it('that are over are removed', async () => {
      const users = makeUserStore(database)
      await users.create(manager('u1', 'a@example.test'))
      await users.openSession({ tokenSha256: 'old', userId: 'u1', at: someTime })
      await users.openSession({
        tokenSha256: 'new',
        userId: 'u1',
        at: instant('2026-02-03T09:00:00.000Z'),
      })
      const limits = {
        openedBefore: instant('2026-02-03T00:00:00.000Z'),
        usedBefore: instant('2026-02-03T00:00:00.000Z'),
      }
      expect(await users.removeSessions(limits)).toBe(1)
      expect(await users.findSession('new')).not.toBeNull()
    })
  })

  it('remembers who looked at what, newest first, for good', async () => {
    const log = makeAccessLog(database)
    const look = {
      at: someTime,
      userId: 'u1',
      caseId: 'c1',
      documentId: null,
      page: null,
      action: 'get-case',
    }
    await log.record(look)
    await log.record({ ...look, documentId: 'd1', action: 'get-page', userId: 'u2' })
    const seen = await log.list({ caseId: 'c1', limit: 10 })
    expect(seen.map((entry) => entry.action)).toEqual(['get-page', 'get-case'])
    expect(seen[1]).toEqual(look)
    expect(await log.list({ userId: 'u2', limit: 10 })).toHaveLength(1)
    const page = { ...look, documentId: 'd1', page: 2 }
    await log.record(page)
    // The picture of the page that was asked for with its text is no second look.
    await log.record({ ...page, action: 'get-picture' })
    await log.record({ ...page, at: instant('2026-06-01T00:00:00.000Z') })
    await log.record({ ...page, at: instant('2026-06-01T00:04:00.000Z') })
    expect(await log.opened('c1')).toEqual([
      {
        documentId: 'd1',
        page: 2,
        userId: 'u1',
        firstAt: someTime,
        lastAt: '2026-06-01T00:04:00.000Z',
        times: 2,
      },
    ])
    await expect(sql(url, 'delete from access_log')).rejects.toThrow(/never changed/)
  })

  it('keeps the register of reviewers', async () => {
    const register = makeReviewerStore(database)
    await register.put(reviewer('r2', 3))
    await register.put(reviewer('r1', 0))
    await register.put(reviewer('r2', 4))
    expect((await register.list()).map(({ reviewerId }) => reviewerId)).toEqual(['r1', 'r2'])
    expect(await register.get('r2')).toEqual(reviewer('r2', 4))
    expect(await register.get('r9')).toBeNull()
  })
})

it('says how to reach a PostgreSQL that does not answer', async () => {
  await expect(openDatabase({ url: 'postgresql://u:secret@127.0.0.1:1/none' })).rejects.toThrow(
    /DATABASE_URL does not answer \(ECONNREFUSED\)/,
  )
})

function manager(
  userId: string,
  userName: string,
): Parameters<ReturnType<typeof makeUserStore>['create']>[0] {
  return {
    userId,
    userName,
    displayName: 'Ana Example',
    role: 'case-manager',
    passwordHash: 'hash',
    reviewerId: null,
    claimsAdministrator: null,
    caseIds: [],
  }
}

function tell(
  caseId: string,
  expectedVersion: number,
  ...texts: readonly string[]
): Parameters<ReturnType<typeof makeCaseStore>['append']>[0] {
  return {
    caseId,
    expectedVersion,
    at: someTime,
    by: caseManager,
    events: texts.map(summaryWritten),
  }
}

function reviewer(reviewerId: string, openCases: number): Reviewer {
  return {
    reviewerId,
    name: { first: 'Rita', last: 'Invented' },
    licences: [{ state: 'CA', number: 'A00000', expiresOn: day('2030-01-01'), restricted: false }],
    certifications: [{ board: 'ABMS', specialty: 'Occupational Medicine', currentUntil: null }],
    practisingSince: day('2000-01-01'),
    practiceHoursPerWeek: 30,
    qualifiedMedicalEvaluator: false,
    disciplined: false,
    openCases,
    capacity: 10,
    acceptsExpedited: true,
    disclosures: [],
  }
}

async function sql(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const answer = await client.query<Record<string, unknown>>(text)
    return answer.rows ?? []
  } finally {
    await client.end()
  }
}
