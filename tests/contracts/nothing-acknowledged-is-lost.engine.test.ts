import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyChain } from '#case'
import { makeCaseStore, openDatabase, serverStopped } from '#store'
import { caseManager, received, someTime } from '../support/build-case-events.ts'
import { temporaryFolder } from '../support/postgres-for-tests.ts'
import { type Acknowledged, startAppending } from '../support/run-append-child.ts'

describe('what was acknowledged, after processes and servers are killed', () => {
  let home = ''
  beforeEach(() => {
    home = temporaryFolder()
  })
  afterEach(async () => {
    await serverStopped(home)
    rmSync(home, { recursive: true, force: true })
  })

  it('is all there when several processes append at once, each to its own and a shared case', async () => {
    await openCases('shared', 'c0', 'c1')
    const children = [0, 1].flatMap((index) => [
      startAppending(home, 'shared', 15),
      startAppending(home, `c${index}`, 30),
    ])
    const codes = await Promise.all(children.map((child) => child.ended))
    expect(codes).toEqual(children.map(() => 0))
    await expectHeld(
      'shared',
      children.filter((_, index) => index % 2 === 0).flatMap((child) => child.acknowledged),
      31,
    )
    for (const [index, child] of children.filter((_, place) => place % 2 === 1).entries()) {
      await expectHeld(`c${index}`, child.acknowledged, 31)
    }
  })

  it('is all there when the process that started the server is killed, and others go on', async () => {
    const starter = startAppending(home, 'nobody', 0)
    await starter.ended
    await openCases('c1', 'c2')
    await serverStopped(home)
    const first = startAppending(home, 'c1', 1_000_000)
    await first.reached(1)
    const second = startAppending(home, 'c2', 1_000_000)
    await Promise.all([first.reached(40), second.reached(40)])
    first.process.kill('SIGKILL')
    await first.ended
    // The server that the first one started goes on for the second.
    const pid = serverId()
    await second.reached(second.acknowledged.length + 40)
    expect(serverId()).toBe(pid)
    second.process.kill('SIGKILL')
    await second.ended
    // And stops, without anybody's doing, when the last one is gone.
    await serverStopped(home)
    await expectHeld('c1', first.acknowledged)
    await expectHeld('c2', second.acknowledged)
  })

  it('is all there when the server itself is killed; whoever needs it starts it again', async () => {
    const database = await openDatabase({ home })
    try {
      expect(database.engine).toMatchObject({ kind: 'embedded', warnings: [] })
      const store = makeCaseStore(database)
      await store.append(opening('c1', 0))
      const child = startAppending(home, 'c1', 1_000_000)
      await child.reached(40)
      const killed = serverId()
      process.kill(killed, 'SIGKILL')
      await child.reached(child.acknowledged.length + 40)
      child.process.kill('SIGKILL')
      await child.ended
      // The server that the child started may be going down with it: who asks again is answered.
      const events = await vi.waitFor(() => store.load('c1'), { timeout: 20_000, interval: 200 })
      expect(serverId()).not.toBe(killed)
      expectAcknowledged(events, child.acknowledged)
      const next = await store.append(opening('c2', 1))
      expect(next).toMatchObject({ ok: true })
    } finally {
      await database.close()
    }
  })

  async function openCases(...caseIds: readonly string[]): Promise<void> {
    const database = await openDatabase({ home })
    const store = makeCaseStore(database)
    for (const [index, caseId] of caseIds.entries()) {
      expect(await store.append(opening(caseId, index))).toMatchObject({ ok: true })
    }
    await database.close()
  }

  async function expectHeld(
    caseId: string,
    acknowledged: readonly Acknowledged[],
    length?: number,
  ): Promise<void> {
    const database = await openDatabase({ home })
    try {
      const store = makeCaseStore(database)
      const events = await store.load(caseId)
      if (length !== undefined) expect(events).toHaveLength(length)
      expectAcknowledged(events, acknowledged)
      expect((await store.row(caseId))?.version).toBe(events.length)
    } finally {
      await database.close()
    }
  }

  function serverId(): number {
    const lock = readFileSync(join(home, 'database', 'data', 'postmaster.pid'), 'utf8')
    return Number(lock.split('\n')[0])
  }
})

function expectAcknowledged(
  events: Parameters<typeof verifyChain>[0],
  acknowledged: readonly Acknowledged[],
): void {
  expect(verifyChain(events)).toEqual({ ok: true })
  expect(acknowledged.length).toBeGreaterThan(0)
  for (const { version, hash } of acknowledged) expect(events[version - 1]?.hash).toBe(hash)
}

function opening(
  caseId: string,
  index: number,
): Parameters<ReturnType<typeof makeCaseStore>['append']>[0] {
  return {
    caseId,
    expectedVersion: 0,
    at: someTime,
    by: caseManager,
    events: [received(`CM26-${String(index + 1).padStart(7, '0')}`)],
  }
}
