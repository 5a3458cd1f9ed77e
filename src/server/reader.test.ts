import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operations } from '#api'
import { type CaseEvent, foldEvents, type WaitingFile } from '#case'
import { ok, refuse, refused } from '#foundation'
import { type Deps, readWaitingFile } from '#proceedings'
import type { FileReading, PageText, RecordReader } from '#records'
import { startReader } from './reader.ts'
import {
  caseId,
  happened,
  instant,
  signedIn,
  type TestServer,
  testServer,
  wholeCase,
} from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
  await wholeCase(server.deps, 'ReviewAssigned')
})
afterEach(() => server.app.close())

const now = () => instant('2026-03-02T18:00:00.000Z')
const terms = { now, leaseSeconds: 60 }

/** Receives a file that nobody reads yet. */
async function receive(words: string): Promise<string> {
  const content = new TextEncoder().encode(`%PDF-1.7 ${words}`)
  const file = await server.deps.artifacts.put(content, 'record-file', 'application/pdf')
  const documentId = `f-${words}`
  const event: CaseEvent = {
    type: 'RecordReceived',
    documentId,
    fileName: `${words}.pdf`,
    from: 'claims-administrator',
    receivedOn: '2026-02-12' as never,
    pages: null,
    file,
  }
  await happened(server.deps, [event])
  return documentId
}

async function claim(): Promise<WaitingFile> {
  const [waiting] = await server.queue.claim({ now: now(), limit: 1, leaseSeconds: 60 })
  if (!waiting) throw new TypeError('nothing waits')
  return waiting
}

/** The server's steps with another reader of files. */
function readBy(changes: Partial<RecordReader>): Deps {
  return { ...server.deps, recordReader: { ...server.deps.recordReader, ...changes } }
}

/** A file of so many pages; at `stopAt` something happens instead of the page. */
function pagesOf(pages: number, stopAt?: { readonly page: number; happens(): void }) {
  const asked: number[] = []
  const readPages: RecordReader['readPages'] = async (_, request) => {
    const { from, signal } = request
    asked.push(from)
    for (let page = from; page <= pages; page += 1) {
      if (page === stopAt?.page) stopAt.happens()
      if (signal?.aborted) return ok({ engine: 'test', pages, remarks: [] })
      await request.onPages([pageText(page)], { done: page, of: pages })
    }
    return ok({ engine: 'test', pages, remarks: ['odd'] })
  }
  return { readPages, asked }
}

function pageText(page: number): PageText {
  return { page, width: 612, height: 792, text: `page ${page}`, words: [], source: 'layer' }
}

async function fileNow(documentId: string) {
  return foldEvents(await server.deps.cases.load(caseId)).records.find(
    (record) => record.documentId === documentId,
  )
}

describe('a file that waits', () => {
  it('is read in parts of twenty pages, and then has all of them', async () => {
    const documentId = await receive('long')
    const outcome = await readWaitingFile(readBy(pagesOf(45)), server.queue, await claim(), terms)
    expect(outcome).toBe('read')
    expect(await fileNow(documentId)).toMatchObject({ reading: 'read', pages: 45 })
    const last = (await server.deps.cases.load(caseId)).at(-1)?.event
    if (last?.type !== 'RecordRead') throw new TypeError('the file was read')
    expect(last.pageTexts.map(({ first, last: end }) => [first, end])).toEqual([
      [1, 20],
      [21, 40],
      [41, 45],
    ])
    const part = await server.deps.artifacts.get(last.pageTexts[1]?.artifact.sha256 ?? '')
    const reading = JSON.parse(new TextDecoder().decode(part ?? undefined)) as FileReading
    expect(reading.pages.map(({ page }) => page).at(0)).toBe(21)
    expect(await server.queue.progress(caseId)).toEqual([])
  })

  it('is taken up again after the last part that was kept', async () => {
    const documentId = await receive('long')
    const breaks = pagesOf(45, {
      page: 33,
      happens: () => {
        throw new Error('the engine broke')
      },
    })
    const faults: unknown[] = []
    expect(
      await readWaitingFile(readBy(breaks), server.queue, await claim(), {
        ...terms,
        onFault: (fault) => faults.push(fault),
      }),
    ).toBe('released')
    expect(faults).toHaveLength(1)
    expect((await server.queue.progress(caseId))[0]).toMatchObject({ pagesDone: 32, pages: 45 })
    const [waiting] = await server.queue.claim({
      now: instant('2026-03-02T19:00:00.000Z'),
      limit: 1,
      leaseSeconds: 60,
    })
    const goesOn = pagesOf(45)
    if (!waiting) throw new TypeError('the file waits again')
    expect(await readWaitingFile(readBy(goesOn), server.queue, waiting, terms)).toBe('read')
    expect(goesOn.asked).toEqual([21])
    expect(await fileNow(documentId)).toMatchObject({ reading: 'read', pages: 45 })
  })

  it('that the engine refuses is said to be unreadable, and the others are read', async () => {
    const bad = await receive('bad')
    const good = await receive('good')
    const broken = { broken: { authority: 'test', next: 'Send it again.' } }
    let refuseNext = true
    const deps = readBy({
      render: async () => {
        if (!refuseNext) return ok(null)
        refuseNext = false
        return refused(refuse(broken, 'broken', 'the file is broken'))
      },
    })
    expect(await readWaitingFile(deps, server.queue, await claim(), terms)).toBe('given-up')
    expect(await readWaitingFile(deps, server.queue, await claim(), terms)).toBe('read')
    expect(await fileNow(bad)).toMatchObject({
      reading: 'failed',
      notReadBecause: 'the file is broken',
    })
    expect(await fileNow(good)).toMatchObject({ reading: 'read' })
    const manager = await signedIn(server.app, 'case-manager')
    const again = await manager.call(operations.retryReading, {
      params: { caseId, documentId: bad },
    })
    expect(again.statusCode).toBe(200)
    expect(await readWaitingFile(deps, server.queue, await claim(), terms)).toBe('read')
    expect(await fileNow(bad)).toMatchObject({ reading: 'read' })
  })

  it('is given up after three attempts that met a fault', async () => {
    const documentId = await receive('poison')
    const deps = readBy({
      render: async () => {
        throw new Error('it breaks each time')
      },
    })
    const outcomes: string[] = []
    for (let hour = 1; hour <= 3; hour += 1) {
      const later = instant(`2026-03-03T0${hour}:00:00.000Z`)
      const [waiting] = await server.queue.claim({ now: later, limit: 1, leaseSeconds: 60 })
      if (!waiting) throw new TypeError('the file waits')
      const then = { now: () => later, leaseSeconds: 60 }
      outcomes.push(await readWaitingFile(deps, server.queue, waiting, then))
    }
    expect(outcomes).toEqual(['released', 'released', 'given-up'])
    expect(await fileNow(documentId)).toMatchObject({ reading: 'failed' })
  })

  it('waits for room where the disk is full, as often as it takes', async () => {
    await receive('full')
    const full = readBy({
      render: async () => {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      },
    })
    for (let minute = 10; minute <= 50; minute += 10) {
      const later = instant(`2026-03-03T01:${minute}:00.000Z`)
      const [waiting] = await server.queue.claim({ now: later, limit: 1, leaseSeconds: 60 })
      expect(waiting?.attempt).toBe(1)
      if (!waiting) return
      const then = { now: () => later, leaseSeconds: 60 }
      expect(await readWaitingFile(full, server.queue, waiting, then)).toBe('released')
    }
  })

  it('is left alone by a reader whose lease ran out and who is no longer needed', async () => {
    const documentId = await receive('slow')
    const slow = await claim()
    const [next] = await server.queue.claim({
      now: instant('2026-03-02T18:02:00.000Z'),
      limit: 1,
      leaseSeconds: 60,
    })
    if (!next) throw new TypeError('the lease is over')
    expect(await readWaitingFile(server.deps, server.queue, slow, terms)).toBe('left')
    expect(await readWaitingFile(server.deps, server.queue, next, terms)).toBe('read')
    expect(await fileNow(documentId)).toMatchObject({ reading: 'read' })
    const types = (await server.deps.cases.load(caseId)).map(({ event }) => event.type)
    expect(types.filter((type) => type === 'RecordRead')).toHaveLength(1)
  })

  it('is read by the reader that runs, and given back when it is told to stop', async () => {
    const first = await receive('first')
    const reader = startReader({
      proceedings: server.deps,
      queue: server.queue,
      now,
      idleMilliseconds: 5,
    })
    await expect.poll(async () => (await fileNow(first))?.reading).toBe('read')
    await reader.stop()

    await receive('second')
    const waiting = await claim()
    const stop = new AbortController()
    const interrupted = pagesOf(45, { page: 25, happens: () => stop.abort() })
    const outcome = await readWaitingFile(readBy(interrupted), server.queue, waiting, {
      ...terms,
      signal: stop.signal,
    })
    expect(outcome).toBe('released')
    expect(await claim()).toMatchObject({ attempt: 1, parts: [{ first: 1, last: 20 }] })
  })
})
