import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '#api'
import { type CaseEvent, verifyChain } from '#case'
import type { Deps } from '#proceedings'
import { type Database, makeCaseStore, openDatabase, serverStopped } from '#store'
import {
  caseId,
  happened,
  instant,
  received,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let home = ''
let database: Database
let server: TestServer
let deps: Deps

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'openimr-servers-'))
  database = await openDatabase({ home })
  server = await testServer()
  deps = { ...server.deps, cases: makeCaseStore(database) }
})
afterAll(async () => {
  await server.app.close()
  await database.close()
  await serverStopped(home)
  rmSync(home, { recursive: true, force: true })
})

describe('sweepers of several processes on one database', () => {
  const dueAt = '2026-03-02T12:00:00.000Z'
  const clocks = ['R1', 'R4', 'D1', 'P1', 'I1']

  it('run each of 500 clocks out exactly once', async () => {
    const cases = await openCases(0, 100)
    const sweepers = await Promise.all(
      [1, 2, 3].map(() => startSweeping('2026-03-03T18:00:00.000Z')),
    )
    for (const sweeper of sweepers) sweeper.go()
    const swept = await Promise.all(sweepers.map((sweeper) => sweeper.ended))
    expect(swept.reduce((sum, each) => sum + each, 0)).toBe(500)
    // The work was shared.
    for (const each of swept) expect(each).toBeGreaterThan(0)
    await expectEachOutOnce(cases)
  })

  it('leave no clock behind when one after the other is killed in the middle of its work', async () => {
    const cases = await openCases(100, 160)
    for (const minute of ['18:00', '18:01', '18:05']) {
      const doomed = await startSweeping(`2026-03-03T${minute}:00.000Z`)
      doomed.go()
      await doomed.reached(20)
      doomed.process.kill('SIGKILL')
      await once(doomed.process, 'exit')
    }
    const soon = await startSweeping('2026-03-03T18:06:00.000Z')
    soon.go()
    await soon.ended
    // What the killed ones had taken is free again when their lease is over.
    const later = await startSweeping('2026-03-03T18:10:00.000Z')
    later.go()
    await later.ended
    await expectEachOutOnce(cases)
  })

  async function openCases(start: number, end: number): Promise<readonly string[]> {
    const certificate = {
      sha256: '1'.repeat(64),
      bytes: 1,
      mediaType: 'application/json',
      kind: 'deadline-certificate',
    } as const
    const started = clocks.map(
      (clock): CaseEvent => ({
        type: 'ClockStarted',
        clock,
        certificate,
        deadline: {
          clock,
          rules: 'CA-WC-2026',
          calendar: 'california',
          nature: 'duty',
          verified: true,
          due: { at: instant(dueAt) },
          steps: [],
        },
      }),
    )
    const numbers = Array.from({ length: end - start }, (_, index) => start + index + 1)
    return Promise.all(
      numbers.map(async (number) => {
        const id = `due-${number}`
        await happened(deps, [received(`CM26-${String(number).padStart(7, '0')}`), ...started], id)
        return id
      }),
    )
  }

  async function expectEachOutOnce(cases: readonly string[]): Promise<void> {
    for (const id of cases) {
      const events = await deps.cases.load(id)
      const out = events.flatMap(({ event }) => (event.type === 'ClockRanOut' ? [event.clock] : []))
      expect(out.toSorted(), id).toEqual(clocks.toSorted())
      expect(verifyChain(events)).toEqual({ ok: true })
      // A duty that is owed stays on top of the queue.
      expect((await deps.cases.row(id))?.nextClock).toMatchObject({ due: dueAt })
    }
    const now = instant('2026-03-04T00:00:00.000Z')
    expect(await deps.cases.claimDueClocks({ now, limit: 10, leaseSeconds: 1 })).toEqual([])
  }

  type Sweeping = {
    readonly process: ChildProcess
    go(): void
    /** Resolves when it has run out so many clocks. */
    reached(count: number): Promise<void>
    /** How many it ran out, by its own word. */
    readonly ended: Promise<number>
  }

  async function startSweeping(at: string): Promise<Sweeping> {
    const program = fileURLToPath(new URL('sweep-in-child.test-support.ts', import.meta.url))
    const child = spawn(process.execPath, ['--conditions=openimr-source', program, home, at], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout })
    const heard = new EventTarget()
    let [open, out, swept] = [false, 0, -1]
    lines.on('line', (line) => {
      if (line === 'open') open = true
      if (line === 'out') out += 1
      if (line.startsWith('swept ')) swept = Number(line.slice(6))
      heard.dispatchEvent(new Event('line'))
    })
    const until = async (condition: () => boolean): Promise<void> => {
      while (!condition()) await once(heard, 'line')
    }
    const ended = once(lines, 'close').then(() => swept)
    await until(() => open)
    return {
      process: child,
      go: () => void child.stdin.write('go\n'),
      reached: (count) => until(() => out >= count),
      ended,
    }
  }
})

describe('two servers on one database', () => {
  beforeAll(() => wholeCase(deps, 'ReviewerAttested'))

  it('let one of two acts on the same version pass; the other writes nothing', async () => {
    const version = (await deps.cases.load(caseId)).length
    const servers = await Promise.all([1, 2].map(() => serverReadingTogether()))
    const answers = await Promise.all(
      servers.map(async ({ app }, index) => {
        const reviewer = await signedIn(app, 'reviewer')
        return reviewer.call(operations.writeCaseSummary, {
          params: { caseId },
          body: { text: `Written on server ${index}` },
        })
      }),
    )
    const statuses = answers.map(({ statusCode }) => statusCode)
    expect(new Set(statuses)).toEqual(new Set([200, 409]))
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    expect(refused?.headers['content-type']).toContain('application/problem+json')
    expect(refused?.json()).toMatchObject({
      status: 409,
      refusals: [{ code: 'case-changed-meanwhile', next: expect.stringMatching(/\w/) }],
    })
    const won = answers.findIndex(({ statusCode }) => statusCode === 200)
    const events = await deps.cases.load(caseId)
    expect(events.slice(version)).toMatchObject([{ event: { text: `Written on server ${won}` } }])
    await expectWhole()
    await Promise.all(servers.map(({ app }) => app.close()))
  })

  it('lose nothing that was acknowledged and keep nothing that was refused, of forty at once', async () => {
    const version = (await deps.cases.load(caseId)).length
    const servers = await Promise.all([1, 2].map(() => testServer({ proceedings: deps })))
    const callers = await Promise.all(servers.map(({ app }) => signedIn(app, 'reviewer')))
    const answers = await Promise.all(
      callers.flatMap((caller, side) =>
        Array.from({ length: 20 }, async (_, index) => {
          const text = `${side}/${index}`
          const body = { text }
          const answer = await caller.call(operations.writeCaseSummary, {
            params: { caseId },
            body,
          })
          return { text, status: answer.statusCode }
        }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const passed = answers.filter(({ status }) => status === 200).map(({ text }) => text)
    const written = (await deps.cases.load(caseId))
      .slice(version)
      .map(({ event }) => (event.type === 'CaseSummaryWritten' ? event.text : event.type))
    expect(written.toSorted()).toEqual(passed.toSorted())
    await expectWhole()
    await Promise.all(servers.map(({ app }) => app.close()))
  })

  /** Both servers read the case before either writes. */
  let waiting: (() => void)[] = []
  async function serverReadingTogether(): Promise<TestServer> {
    const cases: Deps['cases'] = {
      ...deps.cases,
      append: async (request) => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          if (waiting.length < 2) return
          for (const go of waiting) go()
          waiting = []
        })
        return deps.cases.append(request)
      },
    }
    return testServer({ proceedings: { ...deps, cases } })
  }

  /** The chain holds, and the row is what the events make it. */
  async function expectWhole(): Promise<void> {
    const events = await deps.cases.load(caseId)
    expect(verifyChain(events)).toEqual({ ok: true })
    const row = await deps.cases.row(caseId)
    expect(row?.version).toBe(events.length)
    await deps.cases.rebuild()
    expect(await deps.cases.row(caseId)).toEqual(row)
  }
})
