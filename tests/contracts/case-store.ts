import { describe, expect, it } from 'vitest'
import { type CaseStore, verifyChain } from '#case'
import { chainStart } from '#integrity'
import {
  assignedOn,
  caseManager,
  clockStarted,
  completedOn,
  day,
  instant,
  received,
  servedLetterOn,
  someTime,
  summaryWritten,
} from '../support/build-case-events.ts'

/** One engine under test: a store of its own for each test, and more stores on the same data. */
export type StoreUnderTest = {
  readonly store: CaseStore
  /** Another one on the same data, as another process has it. */
  readonly another: () => Promise<CaseStore>
}

/** What every engine that keeps cases must do. */
export function caseStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the ledger of cases in ${name}`, () => {
    it('gives the events back in order, with a chain that can be verified', async () => {
      const { store, another } = await open()
      const appended = await store.append(opening('c1', 'CM26-0000001'))
      const later = await store.append(telling('c1', 2, 'first', 'second'))
      expect(appended).toMatchObject({ ok: true, value: { version: 2 } })
      expect(later).toMatchObject({ ok: true, value: { version: 4 } })
      const events = await (await another()).load('c1')
      expect(events.map(({ version, event }) => [version, event.type])).toEqual([
        [1, 'ApplicationReceived'],
        [2, 'ClockStarted'],
        [3, 'CaseSummaryWritten'],
        [4, 'CaseSummaryWritten'],
      ])
      expect(events[0]?.previousHash).toBe(chainStart)
      expect(events.at(-1)?.hash).toBe(later.ok && later.value.hash)
      expect(verifyChain(events)).toEqual({ ok: true })
    })

    it('gives back to the letter what was appended, strange characters included', async () => {
      const { store } = await open()
      const strange = 'null \0, half \uD800, quotes \' " \\ {}, Ñandú 漢字 🦴, "$1", NaN'
      await store.append({
        ...opening('c1', 'CM26-0000001'),
        events: [
          received('CM26-0000001', { employer: { name: strange } }),
          summaryWritten(strange),
        ],
      })
      const events = await store.load('c1')
      expect(events[1]?.event).toEqual(summaryWritten(strange))
      expect(verifyChain(events)).toEqual({ ok: true })
      const row = await store.row('c1')
      expect(row?.employerName).not.toContain('\0')
      await store.rebuild()
      expect(await store.row('c1')).toEqual(row)
    })

    it('knows nothing of a case that nobody opened', async () => {
      const { store } = await open()
      expect(await store.load('none')).toEqual([])
      expect(await store.row('none')).toBeNull()
      expect(await store.rowByNumber('CM26-0000009')).toBeNull()
    })

    it('lets exactly one of twenty simultaneous decisions on the same version pass', async () => {
      const { store, another } = await open()
      await store.append(opening('c1', 'CM26-0000001'))
      const stores = [store, await another()]
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (stores[index % 2] ?? store).append(telling('c1', 2, `decision ${index}`)),
        ),
      )
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      const codes = answers.flatMap((answer) =>
        answer.ok ? [] : answer.refusals.map((r) => r.code),
      )
      expect(new Set(codes)).toEqual(new Set(['case-changed-meanwhile']))
      expect(await store.load('c1')).toHaveLength(3)
      expect((await store.row('c1'))?.version).toBe(3)
    })

    it('lets exactly one of ten simultaneous openings of the same case pass', async () => {
      const { store } = await open()
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => store.append(opening('c1', 'CM26-0000001'))),
      )
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(verifyChain(await store.load('c1'))).toEqual({ ok: true })
    })

    it('writes nothing at all when it refuses', async () => {
      const { store } = await open()
      await store.append(opening('c1', 'CM26-0000001'))
      const before = await everything(store)
      const stale = await store.append(telling('c1', 1, 'too late'))
      const ahead = await store.append(telling('c1', 7, 'too early'))
      const unopened = await store.append(telling('c9', 4, 'of no case'))
      for (const answer of [stale, ahead, unopened]) {
        expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'case-changed-meanwhile' }] })
      }
      expect(await everything(store)).toEqual(before)
    })

    it('refuses nobody for the sake of another who appends at the same time', async () => {
      const { store, another } = await open()
      const numbered = (index: number): string => `CM26-${String(index).padStart(7, '0')}`
      await store.append(opening('taken', numbered(1)))
      const cases = Array.from({ length: 60 }, (_, index) => `c${index}`)
      const stores = [store, await another()]
      const answers = await Promise.all(
        cases.map((caseId, index) =>
          (stores[index % 2] ?? store).append(
            opening(caseId, numbered(index % 20 === 7 ? 1 : 100 + index)),
          ),
        ),
      )
      const bad = cases.filter((_, index) => index % 20 === 7)
      expect(cases.filter((_, index) => !answers[index]?.ok)).toEqual(bad)
      for (const caseId of cases) {
        const events = await store.load(caseId)
        expect(events).toHaveLength(bad.includes(caseId) ? 0 : 2)
        expect(verifyChain(events)).toEqual({ ok: true })
        expect((await store.row(caseId))?.version ?? 0).toBe(events.length)
      }
    })

    it('never gives one case number to two cases', async () => {
      const { store } = await open()
      await store.append(opening('c1', 'CM26-0000001'))
      const second = await store.append(opening('c2', 'CM26-0000001'))
      expect(second).toMatchObject({ ok: false, refusals: [{ code: 'case-number-taken' }] })
      expect(await store.load('c2')).toEqual([])
      expect((await store.rowByNumber('CM26-0000001'))?.caseId).toBe('c1')
    })

    it('does not open a case with anything but an application, and keeps nothing of it', async () => {
      const { store } = await open()
      await expect(store.append(telling('c1', 0, 'a summary of nothing'))).rejects.toThrow()
      expect(await store.load('c1')).toEqual([])
    })

    it('answers an append of nothing with the version that is there', async () => {
      const { store } = await open()
      await store.append(opening('c1', 'CM26-0000001'))
      const answer = await store.append({ ...telling('c1', 2), events: [] })
      expect(answer).toMatchObject({ ok: true, value: { version: 2 } })
      const stale = await store.append({ ...telling('c1', 0), events: [] })
      expect(stale).toMatchObject({ ok: false })
    })

    it('numbers the cases of a year from one, and gives no number twice', async () => {
      const { store, another } = await open()
      const stores = [store, await another()]
      const numbers = await Promise.all(
        Array.from({ length: 50 }, (_, index) => (stores[index % 2] ?? store).nextCaseNumber(2026)),
      )
      expect(new Set(numbers).size).toBe(50)
      expect(numbers.toSorted().at(0)).toBe('CM26-0000001')
      expect(numbers.toSorted().at(-1)).toBe('CM26-0000050')
      expect(await store.nextCaseNumber(2027)).toBe('CM27-0000001')
      await expect(store.nextCaseNumber(26)).rejects.toThrow(RangeError)
    })

    it('lists cases by the clock that ends first, then by number', async () => {
      const { store } = await open()
      await openThree(store)
      const { rows, total } = await store.list({ limit: 10, offset: 0 })
      expect(total).toBe(4)
      expect(rows.map((row) => [row.caseNumber, row.nextClock?.due ?? null])).toEqual([
        ['CM26-0000002', '2026-02-11T01:30:00.000Z'],
        ['CM26-0000003', '2026-02-10'],
        ['CM26-0000001', '2026-03-04'],
        ['CM26-0000004', null],
      ])
      const page = await store.list({ limit: 2, offset: 1 })
      expect(page.total).toBe(4)
      expect(page.rows.map((row) => row.caseId)).toEqual(['c3', 'c1'])
      expect((await store.list({ limit: 0, offset: 0 })).rows).toEqual([])
      expect((await store.list({ limit: -5, offset: Number.NaN })).rows).toEqual([])
    })

    it('finds cases by status, company, ids, publication and reviewer', async () => {
      const { store } = await open()
      await openThree(store)
      const ids = async (query: Partial<Parameters<CaseStore['list']>[0]>): Promise<string[]> => {
        const found = await store.list({ limit: 10, offset: 0, ...query })
        expect(found).toMatchObject({ total: found.rows.length, more: false })
        return found.rows.map((row) => row.caseId)
      }
      expect(await ids({ status: ['records-overdue', 'received'] })).toEqual([
        'c2',
        'c3',
        'c1',
        'c4',
      ])
      expect(await ids({ status: [] })).toEqual([])
      expect(await ids({ status: ['issued'] })).toEqual([])
      expect(await ids({ claimsAdministrator: 'Other Insurance' })).toEqual(['c2'])
      expect(await ids({ caseIds: ['c1', 'c4', 'c9'] })).toEqual(['c1', 'c4'])
      expect(await ids({ caseIds: [] })).toEqual([])
      expect(await ids({ published: true })).toEqual([])
      expect(await ids({ published: false, claimsAdministrator: 'Other Insurance' })).toEqual([
        'c2',
      ])
      expect(await ids({ reviewerId: 'r1' })).toEqual([])
      await store.append({ ...telling('c4', 1), events: [reviewerSelected, published] })
      expect(await ids({ reviewerId: 'r1' })).toEqual(['c4'])
      expect(await ids({ published: true })).toEqual(['c4'])
    })

    it('finds words in number, names, claim and treatments, whatever case and accent', async () => {
      const { store } = await open()
      await openThree(store)
      const ids = async (text: string): Promise<string[]> =>
        (await store.list({ text, limit: 10, offset: 0 })).rows.map((row) => row.caseId)
      expect(await ids('cm26-0000002')).toEqual(['c2'])
      expect(await ids('nunez')).toEqual(['c2'])
      expect(await ids('NÚÑEZ josé')).toEqual(['c2'])
      expect(await ids('wc-77')).toEqual(['c3'])
      expect(await ids('lumbar mri')).toEqual(['c2', 'c3', 'c1', 'c4'])
      expect(await ids('100%_\'"')).toEqual([])
      expect(await ids('   ')).toHaveLength(4)
      // The number of a case without the noughts before it; not the middle of a word.
      expect(await ids('3')).toEqual(['c3'])
      expect(await ids('umbar')).toEqual([])
      expect(await ids("'b' | 'a':* & !x \\\\")).toEqual([])
      expect(await ids('x'.repeat(100_000))).toEqual([])
    })

    it('finds cases by priority, program, category, office, case manager and clock', async () => {
      const { store } = await open()
      await openThree(store)
      await openSpecial(store)
      const ids = async (query: Partial<Parameters<CaseStore['list']>[0]>): Promise<string[]> =>
        (await store.list({ limit: 10, offset: 0, ...query })).rows.map((row) => row.caseId)
      expect(await ids({ priority: 'expedited' })).toEqual(['c5'])
      expect(await ids({ program: 'NY-DFS' })).toEqual(['c6'])
      expect(await ids({ category: 'Pharmaceuticals' })).toEqual(['c5'])
      // Said by nobody, so derived from the words of the treatment.
      expect(await ids({ category: 'Diagnostic Testing' })).toHaveLength(5)
      expect(await ids({ office: 'Fresno' })).toEqual(['c5'])
      expect(await ids({ office: null, caseManager: null })).toHaveLength(5)
      expect(await ids({ caseManager: 'u1' })).toEqual(['c5'])
      expect(await ids({ due: { clock: 'R1' } })).toEqual(['c3', 'c1'])
      expect(await ids({ due: {} })).toHaveLength(6)
      const span = { from: day('2026-02-10'), to: day('2026-02-11') }
      // The afternoon of the tenth in California is the eleventh elsewhere.
      expect(await ids({ due: span })).toEqual(['c2', 'c3'])
      expect(await ids({ due: { to: day('2026-02-10') } })).toEqual(['c2', 'c3'])
      expect(await ids({ due: { ...span, clock: 'R1' } })).toEqual(['c3'])
      expect(await ids({ due: { from: day('2026-02-11') } })).toEqual(['c1', 'c5'])
      const noon = instant('2026-02-11T20:00:00.000Z')
      expect(await ids({ due: { overdueAt: noon } })).toEqual(['c2', 'c3'])
      expect(await ids({ due: { overdueAt: noon, clock: 'R2' } })).toEqual(['c2'])
    })

    it('counts what each value of a filter would leave, the others being as they are', async () => {
      const { store } = await open()
      await openThree(store)
      await openSpecial(store)
      const spans = [
        { overdueAt: instant('2026-02-11T20:00:00.000Z') },
        { from: day('2026-02-11'), to: day('2026-03-10') },
        {},
      ]
      expect(await store.count({}, spans)).toEqual({
        status: [{ value: 'received', count: 6 }],
        priority: [
          { value: 'expedited', count: 1 },
          { value: 'standard', count: 5 },
        ],
        program: [
          { value: 'CA-WC', count: 5 },
          { value: 'NY-DFS', count: 1 },
        ],
        category: [
          { value: 'Diagnostic Testing', count: 5 },
          { value: 'Pharmaceuticals', count: 1 },
        ],
        office: [
          { value: 'Fresno', count: 1 },
          { value: null, count: 5 },
        ],
        caseManager: [
          { value: 'u1', count: 1 },
          { value: null, count: 5 },
        ],
        clock: [
          { value: 'D3', count: 1 },
          { value: 'R1', count: 2 },
          { value: 'R2', count: 1 },
        ],
        due: [2, 2, 4],
      })
      const asked = { priority: 'expedited', office: 'Fresno', due: { clock: 'D3' } } as const
      const counts = await store.count(asked, spans)
      expect(counts.priority).toEqual([{ value: 'expedited', count: 1 }])
      expect(counts.office).toEqual([{ value: 'Fresno', count: 1 }])
      expect(counts.clock).toEqual([{ value: 'D3', count: 1 }])
      expect(counts.due).toEqual([0, 1, 1])
      const others = await store.count({ priority: 'standard', text: 'lumbar' }, [])
      expect(others).toMatchObject({ priority: [{ value: 'standard', count: 5 }], due: [] })
      expect((await store.count({ status: [], caseIds: ['c1'] }, spans)).status).toEqual([
        { value: 'received', count: 1 },
      ])
    })

    it('says what ends on which day, and how much of it is overdue', async () => {
      const { store } = await open()
      await openThree(store)
      await openSpecial(store)
      const range = {
        from: day('2026-02-10'),
        to: day('2026-03-04'),
        now: instant('2026-02-11T07:00:00.000Z'),
      }
      expect(await store.dueDays({}, range)).toEqual([
        // The day of R1 is not over yet, the hour of R2 is.
        { on: '2026-02-10', clock: 'R1', nature: 'duty', count: 1, overdue: 0 },
        { on: '2026-02-10', clock: 'R2', nature: 'duty', count: 1, overdue: 1 },
        { on: '2026-03-04', clock: 'R1', nature: 'duty', count: 1, overdue: 0 },
      ])
      expect(await store.dueDays({ claimsAdministrator: 'Other Insurance' }, range)).toEqual([
        { on: '2026-02-10', clock: 'R2', nature: 'duty', count: 1, overdue: 1 },
      ])
    })

    it('keeps a duty that ran out on top until it is answered, and gives it to no sweeper', async () => {
      const { store } = await open()
      await openThree(store)
      const ranOut = { type: 'ClockRanOut', clock: 'R1', ranOutOn: day('2026-02-11') } as const
      await store.append({ ...telling('c3', 2), events: [ranOut] })
      expect((await store.row('c3'))?.nextClock).toEqual({ clock: 'R1', due: '2026-02-10' })
      const ask = { now: instant('2026-02-12T00:00:00.000Z'), limit: 10, leaseSeconds: 60 }
      expect((await store.claimDueClocks(ask)).map((clock) => clock.caseId)).toEqual(['c2'])
      await store.append({
        ...telling('c3', 3),
        events: [{ type: 'RecordsCompleted', completedOn: day('2026-02-12') }],
      })
      expect((await store.row('c3'))?.nextClock).toBeNull()
    })

    it('gives out each clock that has run out once, and again only after its lease', async () => {
      const { store, another } = await open()
      await openThree(store)
      const ask = { now: instant('2026-02-11T08:00:00.001Z'), limit: 10, leaseSeconds: 60 }
      expect(await store.claimDueClocks(ask)).toEqual([
        { caseId: 'c2', clock: 'R2', due: '2026-02-11T01:30:00.000Z' },
        // The day ends at midnight in California, which is after the afternoon before.
        { caseId: 'c3', clock: 'R1', due: '2026-02-10' },
      ])
      expect(await (await another()).claimDueClocks(ask)).toEqual([])
      const soon = { ...ask, now: instant('2026-02-11T08:01:01.000Z') }
      expect(await store.claimDueClocks(soon)).toHaveLength(2)
    })

    it('does not call a day over before midnight in California', async () => {
      const { store } = await open()
      await openThree(store)
      const ask = { now: instant('2026-02-11T07:59:59.000Z'), limit: 10, leaseSeconds: 60 }
      expect((await store.claimDueClocks(ask)).map((clock) => clock.caseId)).toEqual(['c2'])
    })

    it('never gives one clock to two sweepers at once', async () => {
      const { store, another } = await open()
      for (let index = 0; index < 40; index += 1) {
        await store.append(opening(`c${index}`, `CM26-${String(index).padStart(7, '0')}`))
      }
      const stores = [store, await another(), await another()]
      const ask = { now: instant('2027-01-01T00:00:00.000Z'), limit: 7, leaseSeconds: 60 }
      const claims = await Promise.all(
        Array.from({ length: 12 }, (_, index) => (stores[index % 3] ?? store).claimDueClocks(ask)),
      )
      // A sweeper steps over rows that another one holds: what is left comes with the next turn.
      const rest = await store.claimDueClocks({ ...ask, limit: 100 })
      const given = [...claims.flat(), ...rest].map((clock) => clock.caseId)
      expect(given).toHaveLength(40)
      expect(new Set(given).size).toBe(40)
    })

    it('does not give out a clock that was stopped', async () => {
      const { store } = await open()
      await openThree(store)
      await store.append({
        ...telling('c3', 2),
        events: [{ type: 'ClockStopped', clock: 'R1', stoppedOn: day('2026-02-09') }],
      })
      const ask = { now: instant('2026-02-12T00:00:00.000Z'), limit: 10, leaseSeconds: 60 }
      expect((await store.claimDueClocks(ask)).map((clock) => clock.caseId)).toEqual(['c2'])
      expect((await store.row('c3'))?.nextClock).toBeNull()
    })

    it('counts cases of one history together, by the day of service', async () => {
      const { store } = await open()
      const way = (caseId: string, number: string, servedOn: string) =>
        store.append({
          ...opening(caseId, number),
          events: [
            received(number),
            assignedOn('2026-02-10'),
            completedOn('2026-02-20'),
            servedLetterOn(servedOn),
          ],
        })
      await way('c1', 'CM26-0000001', '2026-03-01')
      await way('c2', 'CM26-0000002', '2026-03-01')
      await way('c3', 'CM26-0000003', '2026-03-31')
      await way('c4', 'CM26-0000004', '2026-04-01')
      await store.append({ ...opening('c5', 'CM26-0000005'), events: [received('CM26-0000005')] })
      const histories = await store.servedHistories({
        from: day('2026-03-01'),
        to: day('2026-03-31'),
      })
      const before = [
        { type: 'ReviewAssigned', on: '2026-02-10' },
        { type: 'RecordsCompleted', on: '2026-02-20' },
      ]
      expect(histories.toSorted((one, other) => other.cases - one.cases)).toEqual([
        { cases: 2, milestones: [...before, { type: 'DeterminationServed', on: '2026-03-01' }] },
        { cases: 1, milestones: [...before, { type: 'DeterminationServed', on: '2026-03-31' }] },
      ])
    })

    it('makes the same rows anew from the events, and keeps leases', async () => {
      const { store } = await open()
      await openThree(store)
      const ask = { now: instant('2026-02-12T00:00:00.000Z'), limit: 1, leaseSeconds: 3600 }
      expect(await store.claimDueClocks(ask)).toHaveLength(1)
      const before = await everything(store)
      expect(await store.rebuild()).toEqual({ cases: 4, events: 7 })
      expect(await everything(store)).toEqual(before)
      expect(await store.claimDueClocks({ ...ask, limit: 10 })).toHaveLength(1)
    })
  })
}

type Request = Parameters<CaseStore['append']>[0]

function opening(caseId: string, caseNumber: string): Request {
  return {
    caseId,
    expectedVersion: 0,
    at: someTime,
    by: caseManager,
    events: [received(caseNumber), clockStarted('R1', '2026-03-04')],
  }
}

function telling(caseId: string, expectedVersion: number, ...texts: readonly string[]): Request {
  return {
    caseId,
    expectedVersion,
    at: someTime,
    by: caseManager,
    events: texts.map(summaryWritten),
  }
}

const reviewerSelected = {
  type: 'ReviewerSelected',
  reviewerId: 'r1',
  reasons: ['no ties'],
  conflictCertificate: {
    sha256: '2'.repeat(64),
    bytes: 1,
    mediaType: 'application/json',
    kind: 'conflict-certificate',
  },
} as const

const letter = {
  sha256: '3'.repeat(64),
  bytes: 1,
  mediaType: 'application/pdf',
  kind: 'public-letter',
} as const

const published = {
  type: 'DeterminationPublished',
  publishedOn: day('2026-04-01'),
  letter,
  text: letter,
} as const

/** Three cases with clocks, one without. */
async function openThree(store: CaseStore): Promise<void> {
  await store.append(opening('c1', 'CM26-0000001'))
  await store.append({
    ...opening('c2', 'CM26-0000002'),
    events: [
      received('CM26-0000002', {
        employee: {
          name: { first: 'José', middle: 'M.', last: 'Núñez' },
          dateOfBirth: day('1971-01-01'),
          address: { street: '2 Test Way', city: 'Napa', state: 'CA', zip: '94558' },
        },
        claimsAdministrator: {
          company: 'Other Insurance',
          contact: 'A. Adjuster',
          address: { street: '3 Test Way', city: 'Napa', state: 'CA', zip: '94558' },
        },
      }),
      clockStarted('R2', '2026-02-11T01:30:00.000Z'),
    ],
  })
  await store.append({
    ...opening('c3', 'CM26-0000003'),
    events: [
      received('CM26-0000003', { claimNumber: 'WC-77-B' }),
      clockStarted('R1', '2026-02-10'),
    ],
  })
  await store.append({ ...opening('c4', 'CM26-0000004'), events: [received('CM26-0000004')] })
}

/** An expedited dispute over a drug that somebody carries, and a case of another program. */
async function openSpecial(store: CaseStore): Promise<void> {
  await store.append({
    ...opening('c5', 'CM26-0000005'),
    events: [
      received('CM26-0000005', {
        priority: 'expedited',
        disputedTreatments: [
          {
            id: 't1',
            treatment: 'A drug',
            category: 'Pharmaceuticals',
            bodyRegions: ['lumbar spine'],
            retrospective: false,
            claimsAdministratorGuideline: 'MTUS',
          },
        ],
      }),
      clockStarted('D3', '2026-03-10'),
      { type: 'CasePlaced', office: 'Fresno', caseManager: 'u1' },
    ],
  })
  await store.append({
    ...opening('c6', 'CM26-0000006'),
    events: [received('CM26-0000006', { program: 'NY-DFS' })],
  })
}

async function everything(store: CaseStore): Promise<unknown> {
  const listed = await store.list({ limit: 100, offset: 0 })
  const rows = await Promise.all(listed.rows.map((row) => store.row(row.caseId)))
  return {
    listed,
    rows,
    events: await Promise.all(rows.map((row) => store.load(row?.caseId ?? ''))),
  }
}
