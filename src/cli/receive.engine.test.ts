import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Instant, valueOf } from '#foundation'
import { receiveApplication } from '#proceedings'
import type { Receipt } from '#records'
import { serverStopped } from '#store'
import { readCaseFolder } from './case-folder.ts'
import { noteInPdfInMessageInArchive, pdfsWithinOneAnother } from './nested-records.test-support.ts'
import { openDesk } from './open-desk.ts'
import { receive } from './receive.ts'

const example = fileURLToPath(new URL('../../examples/lumbar-mri/', import.meta.url))
let home = ''
let caseNumber = ''

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'openimr-test-'))
  process.env['OPENIMR_HOME'] = home
  const desk = valueOf(await openDesk({}, { err: () => undefined }))
  const opened = await receiveApplication(
    desk.proceedings,
    { by: { kind: 'system', name: 'test' }, at: '2026-11-21T12:00:00.000Z' as Instant },
    { input: valueOf(readCaseFolder(example)).application },
  )
  caseNumber = valueOf(opened).caseNumber
  await desk.close()
}, 60_000)
afterAll(async () => {
  await serverStopped(home)
  await rm(home, { recursive: true, force: true })
})

async function run(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const status = await receive(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    progress: () => undefined,
    input: async function* () {},
  })
  return { status, out, err }
}

describe('openimr receive', () => {
  it('takes a folder of files into a case, and names the one that it cannot take', async () => {
    const folder = join(home, 'scans')
    await mkdir(join(folder, 'inside'), { recursive: true })
    await writeFile(join(folder, 'inside', 'bad.bin'), new Uint8Array(64).fill(1))
    const records = join(example, 'records')
    const { status, out } = await run(caseNumber, records, folder, '--from', 'employee', '--json')
    expect(status).toBe(1)
    const receipt = JSON.parse(out[0] ?? '') as Receipt
    expect(receipt).toMatchObject({ caseNumber, from: 'employee' })
    const received = receipt.files.filter(({ outcome }) => outcome === 'received')
    expect(received.length).toBeGreaterThan(1)
    expect(received.every(({ pages }) => (pages ?? 0) >= 1)).toBe(true)
    expect(receipt.files.find(({ path }) => path === 'inside/bad.bin')).toMatchObject({
      outcome: 'refused',
    })
    const again = await run(caseNumber, records)
    expect(again.status).toBe(0)
    expect(again.out.join('\n')).toContain('already-there')
  }, 60_000)

  it('takes out what lies in files of files, and refuses by name what lies too deep', async () => {
    const archive = join(home, 'portal.zip')
    await writeFile(archive, await noteInPdfInMessageInArchive())
    const { out } = await run(caseNumber, archive, '--json')
    const { files } = JSON.parse(out[0] ?? '') as Receipt
    expect(files.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['export.json', 'received'],
      [expect.stringMatching(/visit/), 'received'],
      ['note.txt', 'received'],
    ])
    const deep = join(home, 'deep.pdf')
    await writeFile(deep, await pdfsWithinOneAnother(9))
    const nested = JSON.parse((await run(caseNumber, deep, '--json')).out[0] ?? '') as Receipt
    expect(nested.files.map(({ refusal, outcome }) => refusal?.code ?? outcome)).toEqual([
      ...Array<string>(6).fill('received'),
      'too-much-within',
    ])
  }, 60_000)

  it('says what is wrong with the case number and with its arguments', async () => {
    const unknown = await run('CM99-0000001', join(example, 'records'))
    expect(unknown.status).toBe(1)
    expect(unknown.err.join('\n')).toContain('case-unknown')
    expect((await run(caseNumber)).status).toBe(2)
    expect((await run(caseNumber, example, '--from', 'somebody')).status).toBe(2)
  }, 60_000)
})
