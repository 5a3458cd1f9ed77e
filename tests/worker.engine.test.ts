import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type CaseEvent, foldEvents, type ReadingProgress } from '#case'
import { type Desk, openDesk } from '#cli'
import { getJson } from '#proceedings'
import type { FileReading } from '#records'
import { serverStopped } from '#store'
import { received, recordReceived } from './support/build-case-events.ts'

let home = ''
let desk: Desk
let workers: ChildProcess[] = []
const pages = 400

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'openimr-test-'))
  process.env['OPENIMR_HOME'] = home
  const opened = await openDesk({ OPENIMR_HOME: home }, { err: () => undefined })
  if (!opened.ok) throw new TypeError(opened.refusals[0].because)
  desk = opened.value
  await happened('c1', [received('CM26-0000001')])
}, 60_000)
afterEach(async () => {
  await Promise.all(workers.map(killed))
  workers = []
})
afterAll(async () => {
  await desk.close()
  await serverStopped(home)
  await rm(home, { recursive: true, force: true })
})

async function happened(caseId: string, events: readonly CaseEvent[]): Promise<void> {
  const { cases } = desk.proceedings
  const by = { kind: 'system', name: 'test' } as const
  const expectedVersion = (await cases.load(caseId)).length
  const at = new Date().toISOString() as never
  const answer = await cases.append({ caseId, expectedVersion, at, by, events })
  if (!answer.ok) throw new TypeError(answer.refusals[0].because)
}

/** Receives a file of so many pages, each with its number in words that no other page has. */
async function receive(documentId: string, count: number): Promise<void> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= count; page += 1) {
    const sheet = pdf.addPage([612, 792])
    sheet.drawText(`${documentId} page ${page} of the record`, { x: 72, y: 700, size: 12, font })
  }
  const content = await pdf.save()
  const file = await desk.proceedings.artifacts.put(content, 'record-file', 'application/pdf')
  await happened('c1', [{ ...recordReceived(documentId), file } as CaseEvent])
}

function startWorker(): ChildProcess {
  const worker = fork(fileURLToPath(new URL('../src/cli/main.ts', import.meta.url)), ['work'], {
    execArgv: ['--conditions=openimr-source'],
    env: { ...process.env, OPENIMR_HOME: home, OPENIMR_LEASE: '3' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  workers.push(worker)
  return worker
}

async function killed(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill('SIGKILL')
  await ended
}

async function progressOf(documentId: string): Promise<ReadingProgress | undefined> {
  return (await desk.queue.progress('c1')).find((each) => each.documentId === documentId)
}

async function untilRead(...documentIds: readonly string[]): Promise<void> {
  await expect
    .poll(
      async () => {
        const { records } = foldEvents(await desk.proceedings.cases.load('c1'))
        return documentIds.map((id) => records.find(({ documentId }) => documentId === id)?.reading)
      },
      { timeout: 90_000, interval: 100 },
    )
    .toEqual(documentIds.map(() => 'read'))
}

async function readingsOf(documentId: string) {
  const events = await desk.proceedings.cases.load('c1')
  return events.flatMap(({ event }) =>
    event.type === 'RecordRead' && event.documentId === documentId ? [event] : [],
  )
}

describe('a worker', () => {
  it('that is killed in the middle of a file leaves it to the next one, which goes on behind the last part', async () => {
    await receive('f-long', pages)
    const first = startWorker()
    await expect
      .poll(async () => (await progressOf('f-long'))?.pagesDone ?? 0, {
        timeout: 60_000,
        interval: 10,
      })
      .toBeGreaterThanOrEqual(20)
    await killed(first)
    const left = await progressOf('f-long')
    startWorker()
    await untilRead('f-long')
    const readings = await readingsOf('f-long')
    expect(readings).toHaveLength(1)
    const texts: string[] = []
    for (const { artifact } of readings[0]?.pageTexts ?? []) {
      const part = await getJson<FileReading>(desk.proceedings.artifacts, artifact)
      for (const page of part.pages) texts.push(page.text)
    }
    expect(texts).toEqual(
      Array.from({ length: pages }, (_, index) => `f-long page ${index + 1} of the record`),
    )
    // The file was not finished when the first one died: otherwise nothing was tried here.
    expect(left?.attempts).toBe(1)
  }, 180_000)

  it('has others beside it, and each file is read once', async () => {
    const documentIds = ['f-1', 'f-2', 'f-3', 'f-4', 'f-5', 'f-6']
    for (const documentId of documentIds) await receive(documentId, 25)
    startWorker()
    startWorker()
    await untilRead(...documentIds)
    for (const documentId of documentIds) {
      expect(await readingsOf(documentId)).toHaveLength(1)
    }
  }, 180_000)

  it('ends when the server that started it is gone, and gives back what it reads', async () => {
    await receive('f-last', pages)
    const worker = startWorker()
    await expect
      .poll(async () => (await progressOf('f-last'))?.stage, { timeout: 60_000, interval: 10 })
      .toBe('reading')
    const ended = once(worker, 'exit')
    worker.disconnect()
    expect(await ended).toEqual([0, null])
    const left = await progressOf('f-last')
    // Given back at once and blameless, unless the last page was read before it was told.
    if (left) expect(left).toMatchObject({ stage: 'waiting', attempts: 0 })
  }, 120_000)
})
