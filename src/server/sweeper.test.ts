import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSweeper } from './sweeper.ts'
import { caseId, happened, instant, received, type TestServer, testServer } from './test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  const certificate = {
    sha256: '1'.repeat(64),
    bytes: 1,
    mediaType: 'application/json',
    kind: 'deadline-certificate',
  } as const
  const clock = (id: string, at: string) =>
    ({
      type: 'ClockStarted',
      clock: id,
      certificate,
      deadline: {
        clock: id,
        rules: 'CA-WC-2026',
        calendar: 'california',
        nature: 'duty',
        verified: true,
        due: { at: instant(at) },
        steps: [],
      },
    }) as const
  await happened(server.deps, [
    received(),
    clock('R1', '2026-03-02T12:00:00.000Z'),
    clock('D1', '2026-04-01T12:00:00.000Z'),
  ])
})
afterAll(() => server.app.close())

describe('the sweeper', () => {
  it('appends once that a clock ran out, however many sweep and however often', async () => {
    const now = () => instant('2026-03-02T18:00:00.000Z')
    const sweepers = [1, 2, 3].map(() => startSweeper({ proceedings: server.deps, now }))
    const found = await Promise.all(sweepers.map((sweeper) => sweeper.sweep()))
    expect(found.reduce((sum, each) => sum + each, 0)).toBe(1)
    const later = startSweeper({
      proceedings: server.deps,
      now: () => instant('2026-03-05T18:00:00.000Z'),
    })
    expect(await later.sweep()).toBe(0)
    await Promise.all([...sweepers, later].map((sweeper) => sweeper.stop()))
    const events = await server.deps.cases.load(caseId)
    expect(events.filter(({ event }) => event.type === 'ClockRanOut')).toMatchObject([
      { event: { clock: 'R1' }, by: { kind: 'system', name: 'clock-sweeper' } },
    ])
  })
})
