import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { announcedSha256Of } from './content-digest.ts'
import { receiveUpload } from './receive-upload.ts'

const megabyte = 1024 * 1024

/** So many megabytes, made while they are read. */
function* megabytes(count: number): Generator<Buffer> {
  for (let index = 0; index < count; index += 1) yield Buffer.alloc(megabyte, index % 251)
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openimr-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What lies in the folder and below it. */
async function bytesIn(place: string): Promise<number> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

const spooled = async (): Promise<number> => (await readdir(folder)).length

describe('an upload', () => {
  it('lies on disk with its hash, and is not taken faster than it is written', async () => {
    let taken = 0
    let mostInMemory = 0
    const watched = async function* (): AsyncGenerator<Buffer> {
      for (const chunk of megabytes(128)) {
        mostInMemory = Math.max(mostInMemory, taken - (await bytesIn(folder)))
        taken += chunk.length
        yield chunk
      }
    }
    const upload = await receiveUpload(Readable.from(watched()), folder, 200 * megabyte, null)
    expect(upload).toMatchObject({ ok: true, value: { bytes: 128 * megabyte } })
    // A stream of Node holds sixteen chunks before it waits.
    expect(mostInMemory).toBeLessThan(20 * megabyte)
    if (upload.ok) await upload.value.release()
  })

  it('comes back byte for byte', async () => {
    const content = Buffer.concat([...megabytes(3)])
    const sha256 = createHash('sha256').update(content).digest('hex')
    const digest = `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`
    const upload = await receiveUpload(
      Readable.from(megabytes(3)),
      folder,
      10 * megabyte,
      announcedSha256Of(digest),
    )
    expect(upload).toMatchObject({ ok: true, value: { sha256 } })
    if (!upload.ok) return
    expect(Buffer.compare(await readFile(upload.value.path), content)).toBe(0)
    await upload.value.release()
  })

  it.each([
    ['file-too-large', 4, null],
    ['file-empty', 0, null],
    ['upload-damaged', 1, 'f'.repeat(64)],
  ])('is refused with %s, and nothing of it stays', async (code, count, announced) => {
    const before = await spooled()
    const upload = await receiveUpload(
      Readable.from(megabytes(count)),
      folder,
      3 * megabyte,
      announced,
    )
    expect(upload).toMatchObject({ ok: false, refusals: [{ code }] })
    expect(await spooled()).toBe(before)
  })

  it('that breaks off leaves nothing behind', async () => {
    const before = await spooled()
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.alloc(megabyte)
      throw new Error('the connection is gone')
    }
    await expect(
      receiveUpload(Readable.from(broken()), folder, 3 * megabyte, null),
    ).rejects.toThrow('gone')
    expect(await spooled()).toBe(before)
  })
})
