import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Of } from '#integrity'
import type { Receipt } from '#records'
import { type DropWatch, startDropWatch } from './drop-folder.ts'
import { caseId, caseNumber, type TestServer, testServer, wholeCase } from './test-server.ts'

let server: TestServer
let folder = ''
let watches: DropWatch[] = []
beforeEach(async () => {
  server = await testServer()
  await wholeCase(server.deps, 'ReviewAssigned')
  folder = join(server.folder, 'drop')
})
afterEach(async () => {
  await Promise.all(watches.map((watch) => watch.stop()))
  watches = []
  await server.app.close()
})

/** A server that watches the folder; it looks only when it is told to. */
function watch(): DropWatch {
  const started = startDropWatch({
    folder,
    proceedings: server.deps,
    now: () => server.now(),
    intervalSeconds: 3600,
    quietSeconds: 1,
    leftAfterSeconds: 60,
  })
  watches.push(started)
  return started
}

/** Puts a file there that nobody has written to for a while. */
async function put(path: string, content: string): Promise<void> {
  const place = join(folder, path)
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, content)
  const before = new Date(Date.now() - 60_000)
  await utimes(place, before, before)
}

const manifest = (files: readonly object[], changes: object = {}): string =>
  JSON.stringify({ caseNumber, from: 'claims-administrator', files, ...changes })

async function events(): Promise<readonly string[]> {
  return (await server.deps.cases.load(caseId))
    .map(({ event }) => event.type)
    .filter((type) => type === 'RecordReceived' || type === 'ReceiptGiven')
}

function receiptsWritten(): readonly Receipt[] {
  return readdirSync(join(folder, 'receipts'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, 'receipts', name), 'utf8')) as Receipt)
}

const listed = (): readonly string[] => readdirSync(folder).filter((name) => !name.startsWith('.'))

describe('a delivery in the watched folder', () => {
  it('is received when all that its manifest names is there, and leaves a receipt on paper and as data', async () => {
    const one = '%PDF-1.7 one'
    await put(
      'march/manifest.json',
      manifest([
        { path: 'a/one.pdf', sha256: sha256Of(one) },
        { path: 'two.pdf', bytes: 12 },
      ]),
    )
    await put('march/a/one.pdf', one)
    const watching = watch()
    expect(await watching.look()).toBe(0)
    await put('march/two.pdf', '%PDF-1.7 tw')
    expect(await watching.look()).toBe(0)
    await put('march/two.pdf', '%PDF-1.7 two')
    expect(await watching.look()).toBe(1)
    expect(await events()).toEqual(['RecordReceived', 'RecordReceived', 'ReceiptGiven'])
    expect(receiptsWritten()).toMatchObject([
      { files: [{ path: 'a/one.pdf', outcome: 'received' }, { path: 'two.pdf' }] },
    ])
    expect(readdirSync(join(folder, 'receipts')).some((name) => name.endsWith('.pdf'))).toBe(true)
    expect(listed()).toEqual(['receipts', 'refused'])
  })

  it('needs no manifest where the folder is named by its case and closed by a mark', async () => {
    await put(`${caseNumber} employee/one.pdf`, '%PDF-1.7 one')
    const watching = watch()
    expect(await watching.look()).toBe(0)
    await put(`${caseNumber} employee/.done`, '')
    expect(await watching.look()).toBe(1)
    expect(receiptsWritten()).toMatchObject([{ from: 'employee', files: [{ path: 'one.pdf' }] }])
  })

  it('waits while somebody is writing to it', async () => {
    await put('march/manifest.json', manifest([{ path: 'one.pdf' }]))
    await put('march/one.pdf', '%PDF-1.7 one')
    await writeFile(join(folder, 'march/one.pdf'), '%PDF-1.7 one, and more of it')
    expect(await watch().look()).toBe(0)
    expect(await events()).toEqual([])
  })

  it('gives back the file that cannot be taken, with the reason, and takes the others', async () => {
    await put('march/manifest.json', manifest([{ path: 'good.pdf' }, { path: 'bad.exe' }]))
    await put('march/good.pdf', '%PDF-1.7 good')
    await put('march/bad.exe', 'MZ something')
    expect(await watch().look()).toBe(1)
    expect(await events()).toEqual(['RecordReceived', 'ReceiptGiven'])
    const [given] = readdirSync(join(folder, 'refused'))
    const refusedFile = join(folder, 'refused', given ?? '', 'bad.exe')
    expect(readFileSync(refusedFile, 'utf8')).toBe('MZ something')
    expect(readFileSync(`${refusedFile}.reason.json`, 'utf8')).toContain('file-type-not-supported')
  })

  it.each([
    ['case-unknown', manifest([{ path: 'one.pdf' }], { caseNumber: 'CM99-0000001' })],
    ['delivery-unreadable', manifest([{ path: '../one.pdf' }])],
    ['delivery-unreadable', manifest([{ path: 'one.pdf' }], { from: 'somebody' })],
    ['delivery-unreadable', 'no manifest'],
    ['upload-damaged', manifest([{ path: 'one.pdf', sha256: 'f'.repeat(64) }])],
  ])('is refused as a whole with %s, and nothing of it is received', async (code, text) => {
    await put('march/manifest.json', text)
    await put('march/one.pdf', '%PDF-1.7 one')
    expect(await watch().look()).toBe(1)
    expect(await events()).toEqual([])
    const names = readdirSync(join(folder, 'refused'))
    const reason = names.find((name) => name.endsWith('.reason.json')) ?? ''
    expect(readFileSync(join(folder, 'refused', reason), 'utf8')).toContain(code)
    const kept = names.find((name) => !name.endsWith('.reason.json')) ?? ''
    expect(existsSync(join(folder, 'refused', kept, 'one.pdf'))).toBe(true)
    expect(listed()).toEqual(['receipts', 'refused'])
  })

  it('is taken by one of the servers that watch', async () => {
    for (const name of ['one', 'two', 'three']) {
      await put(`${name}/manifest.json`, manifest([{ path: 'a.pdf' }]))
      await put(`${name}/a.pdf`, `%PDF-1.7 ${name}`)
    }
    const taken = await Promise.all([watch().look(), watch().look(), watch().look()])
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(3)
    expect(receiptsWritten()).toHaveLength(3)
    expect((await events()).filter((type) => type === 'RecordReceived')).toHaveLength(3)
  })

  it('that a server died over is taken again, and what was received is named as there', async () => {
    await put('march/manifest.json', manifest([{ path: 'one.pdf' }]))
    await put('march/one.pdf', '%PDF-1.7 one')
    expect(await watch().look()).toBe(1)
    // As it lies when the server dies between the events and the receipt.
    const left = join(folder, '.taking', `april.${crypto.randomUUID()}`)
    await put('april/manifest.json', manifest([{ path: 'one.pdf' }]))
    await put('april/one.pdf', '%PDF-1.7 one')
    await rename(join(folder, 'april'), left)
    expect(await watch().look()).toBe(0)
    const before = new Date(Date.now() - 120_000)
    await utimes(left, before, before)
    expect(await watch().look()).toBe(1)
    expect((await events()).filter((type) => type === 'RecordReceived')).toHaveLength(1)
    const outcomes = receiptsWritten().map(({ files }) => files[0]?.outcome)
    expect(new Set(outcomes)).toEqual(new Set(['received', 'already-there']))
  })

  it('stays where it is while the disk is full', async () => {
    await put('march/manifest.json', manifest([{ path: 'one.pdf' }]))
    await put('march/one.pdf', '%PDF-1.7 one')
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const plain = server.deps
    server = {
      ...server,
      deps: {
        ...plain,
        artifacts: {
          ...plain.artifacts,
          putFile: async () => {
            throw full
          },
        },
      },
    }
    expect(await watch().look()).toBe(0)
    expect(existsSync(join(folder, 'march/one.pdf'))).toBe(true)
    server = { ...server, deps: plain }
    expect(await watch().look()).toBe(1)
  })
})
