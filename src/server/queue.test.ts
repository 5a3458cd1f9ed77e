import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '#api'
import type { CaseEvent } from '#case'
import {
  type Browser,
  company,
  day,
  happened,
  received,
  signedIn,
  type TestServer,
  testServer,
} from './test-server.ts'

let server: TestServer
let manager: Browser
let claims: Browser

beforeAll(async () => {
  server = await testServer()
  const address = { street: '1 Way', city: 'Fresno', state: 'CA', zip: '93701' }
  const theirs = { company: 'Another Company', contact: 'A', address }
  await happened(server.deps, [received('CM26-0000001'), clock('D1', '2026-03-09')])
  await happened(
    server.deps,
    [
      received('CM26-0000002', { claimsAdministrator: theirs, priority: 'expedited' }),
      clock('R1', '2026-02-27'),
    ],
    'case-2',
  )
  manager = await signedIn(server.app, 'case-manager')
  claims = await signedIn(server.app, 'claims-administrator')
})
afterAll(() => server.app.close())

describe('the work queue', () => {
  const ids = async (who: Browser, query: Readonly<Record<string, string>>): Promise<string[]> => {
    const answer = await who.call(operations.listCases, { query })
    expect(answer.statusCode).toBe(200)
    return answer.json<{ rows: { caseId: string }[] }>().rows.map(({ caseId }) => caseId)
  }

  it('is filtered by when a clock ends, as seen from today in California', async () => {
    expect(await ids(manager, {})).toEqual(['case-2', 'case-1'])
    expect(await ids(manager, { due: 'overdue' })).toEqual(['case-2'])
    expect(await ids(manager, { due: 'today' })).toEqual([])
    expect(await ids(manager, { due: '7-days' })).toEqual(['case-1'])
    expect(await ids(manager, { due: '7-days', clock: 'R1' })).toEqual([])
    expect(await ids(manager, { day: '2026-02-27' })).toEqual(['case-2'])
    expect(await ids(manager, { priority: 'expedited', status: 'received' })).toEqual(['case-2'])
    const wrong = await manager.call(operations.listCases, { query: { due: 'soon' } })
    expect(wrong.statusCode).toBe(400)
  })

  it('is counted within what the caller may see', async () => {
    const all = (await manager.call(operations.countCases, { query: {} })).json()
    expect(all).toMatchObject({
      status: [{ value: 'received', count: 2 }],
      due: [
        { value: 'overdue', count: 1 },
        { value: 'today', count: 0 },
        { value: '7-days', count: 1 },
        { value: '14-days', count: 1 },
        { value: '30-days', count: 1 },
      ],
    })
    const own = (await claims.call(operations.countCases, { query: {} })).json()
    expect(own).toMatchObject({ status: [{ count: 1 }], office: [], caseManager: [] })
  })

  it('says by day what ends, within what the caller may see, and which days are closed', async () => {
    const query = { from: '2026-02-15', to: '2026-03-31' }
    const all = (await manager.call(operations.listDueDays, { query })).json()
    expect(all).toMatchObject({
      today: '2026-03-02',
      days: [
        { on: '2026-02-27', clock: 'R1', nature: 'duty', count: 1, overdue: 1 },
        { on: '2026-03-09', clock: 'D1', nature: 'duty', count: 1, overdue: 0 },
      ],
      closed: [{ name: "Presidents' Day" }, { on: '2026-02-17' }, { on: '2026-03-31' }],
    })
    const own = (await claims.call(operations.listDueDays, { query })).json<{ days: unknown[] }>()
    expect(own.days).toHaveLength(1)
    for (const range of [
      { from: '2026-03-02', to: '2026-03-01' },
      { from: '2026-01-01', to: '2026-12-31' },
    ]) {
      expect((await manager.call(operations.listDueDays, { query: range })).statusCode).toBe(400)
    }
  })

  it('is divided among offices and people, of which parties learn nothing', async () => {
    const place = (body: unknown) =>
      manager.call(operations.placeCase, { params: { caseId: 'case-1' }, body })
    expect((await place({ office: '  West   Coast ' })).statusCode).toBe(200)
    expect((await place({ caseManager: 'me' })).statusCode).toBe(200)
    expect((await place({ office: 'West Coast' })).json()).toMatchObject({
      refusals: [{ code: 'placed-already' }],
    })
    expect(await ids(manager, { office: 'West Coast', caseManager: 'me' })).toEqual(['case-1'])
    expect(await ids(manager, { office: '', caseManager: '' })).toEqual(['case-2'])
    const rows = (await manager.call(operations.listCases)).json<{ rows: unknown[] }>().rows
    expect(rows[1]).toMatchObject({ office: 'West Coast', caseManager: 'case-manager' })
    const counts = (await manager.call(operations.countCases)).json()
    expect(counts).toMatchObject({
      office: [
        { value: 'West Coast', count: 1 },
        { value: null, count: 1 },
      ],
      caseManager: [
        { value: 'user-case-manager', name: 'case-manager', count: 1 },
        { value: null, name: null, count: 1 },
      ],
    })
    const seen = await claims.call(operations.listCases, { query: { office: 'Elsewhere' } })
    expect(seen.json()).toMatchObject({
      rows: [{ claimsAdministrator: company, office: null, caseManager: null }],
    })
    const events = await claims.call(operations.listCaseEvents, { params: { caseId: 'case-1' } })
    expect(events.body).not.toContain('West Coast')
  })
})

describe('a view of the queue', () => {
  it('is kept, renamed, opens first, and is deleted by the account that saved it', async () => {
    const save = (name: string, search: unknown) =>
      manager.call(operations.saveView, { body: { name, search, opensFirst: true } })
    const saved = (await save(' Overdue ', { due: 'overdue' })).json<{ viewId: string }>()
    expect(saved).toMatchObject({ name: 'Overdue', search: { due: 'overdue' }, opensFirst: true })
    expect((await save('OVERDUE', {})).json()).toMatchObject({
      status: 409,
      refusals: [{ code: 'view-name-taken' }],
    })
    expect((await save('Expedited', { priority: 'expedited' })).statusCode).toBe(200)
    const params = { viewId: saved.viewId }
    const changed = await manager.call(operations.changeView, { params, body: { name: 'Late' } })
    expect(changed.json()).toMatchObject({ name: 'Late', search: { due: 'overdue' } })
    const { views } = (await manager.call(operations.listSavedViews)).json<{
      views: { name: string; opensFirst: boolean }[]
    }>()
    expect(views.filter(({ opensFirst }) => opensFirst)).toMatchObject([{ name: 'Expedited' }])
    expect((await claims.call(operations.listSavedViews)).json()).toEqual({ views: [] })
    const stranger = await claims.call(operations.deleteView, { params })
    expect(stranger.json()).toMatchObject({ status: 404, refusals: [{ code: 'view-unknown' }] })
    expect((await manager.call(operations.deleteView, { params })).json()).toEqual({
      deleted: true,
    })
    expect((await manager.call(operations.changeView, { params, body: {} })).statusCode).toBe(404)
  })

  it('keeps no filter that the queue does not have', async () => {
    const body = { name: 'Odd', search: { reviewerId: 'rv-1' } }
    expect((await manager.call(operations.saveView, { body })).statusCode).toBe(400)
  })
})

function clock(id: string, on: string): CaseEvent {
  return {
    type: 'ClockStarted',
    clock: id,
    deadline: {
      clock: id,
      rules: 'CA-WC-2026',
      calendar: 'gov-6700',
      nature: 'duty',
      verified: true,
      due: { on: day(on) },
      steps: [],
    },
    certificate: {
      sha256: '1'.repeat(64),
      bytes: 1,
      mediaType: 'application/json',
      kind: 'deadline-certificate',
    },
  }
}
