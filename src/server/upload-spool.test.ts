import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok, type Result, valueOf } from '#foundation'
import { makeUploadSpool, type Upload, type UploadSpool } from './upload-spool.ts'

let folder = ''
let spool: UploadSpool
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'openimr-test-')), 'uploads')
  spool = makeUploadSpool(folder, 1_000_000)
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

const content = Buffer.from('%PDF-1.7 a file that is sent in pieces')
const sha256 = createHash('sha256').update(content).digest('hex')
const sender = { caseId: 'case-1', userId: 'u1' }

const announce = (changes: Partial<Upload> = {}): Promise<Result<Upload>> =>
  spool.begin({
    ...sender,
    fileName: 'record.pdf',
    from: 'claims-administrator',
    bytes: content.length,
    ...changes,
  })

const send = (uploadId: string, first: number, last: number, digest: string | null = null) =>
  spool.write(
    { ...sender, uploadId },
    { offset: first, stream: Readable.from([content.subarray(first, last)]), sha256: digest },
  )

const offsetOf = async (uploadId: string): Promise<number> =>
  valueOf(await spool.find({ ...sender, uploadId })).offset

/** The connection is lost after these bytes. */
function lostAfter(bytes: Uint8Array): Readable {
  return new Readable({
    read() {
      this.push(bytes)
      this.destroy(new Error('the connection is gone'))
    },
  })
}

describe('an upload in pieces', () => {
  it('is whole when all its bytes have come, in order', async () => {
    const { uploadId } = valueOf(await announce({ sha256 }))
    expect(await send(uploadId, 0, 10)).toEqual({ ok: true, value: { offset: 10 } })
    expect(await send(uploadId, 10, content.length)).toMatchObject({ ok: true })
    const finished = await spool.finish([{ ...sender, uploadId }], async ([file]) =>
      ok((await readFile(file?.path ?? '')).toString()),
    )
    expect(finished).toEqual({ ok: true, value: content.toString() })
  })

  it('goes on after a lost connection, and after a restart, where it stopped', async () => {
    const { uploadId } = valueOf(await announce({ sha256 }))
    await send(uploadId, 0, 10)
    const key = { ...sender, uploadId }
    const lost = { offset: 10, stream: lostAfter(content.subarray(10, 20)), sha256: null }
    expect(await spool.write(key, lost)).toMatchObject({
      ok: false,
      refusals: [{ code: 'upload-incomplete' }],
    })
    spool = makeUploadSpool(folder, 1_000_000)
    const offset = await offsetOf(uploadId)
    expect(offset).toBeGreaterThanOrEqual(10)
    expect(await send(uploadId, offset, content.length)).toMatchObject({ ok: true })
    expect(await spool.finish([key], async () => ok('taken'))).toMatchObject({ ok: true })
  })

  it('says which byte is the next where another one is sent', async () => {
    const { uploadId } = valueOf(await announce())
    await send(uploadId, 0, 10)
    expect(await send(uploadId, 5, 20)).toMatchObject({
      ok: false,
      refusals: [{ code: 'upload-offset-wrong', because: 'the next byte is number 10, not 5' }],
    })
    expect(await offsetOf(uploadId)).toBe(10)
  })

  it('takes a piece with a digest whole or not at all', async () => {
    const { uploadId } = valueOf(await announce())
    const digest = createHash('sha256').update(content.subarray(0, 10)).digest('hex')
    expect(await send(uploadId, 0, 10, digest)).toMatchObject({ ok: true })
    expect(await send(uploadId, 10, 20, digest)).toMatchObject({
      refusals: [{ code: 'upload-damaged' }],
    })
    expect(await offsetOf(uploadId)).toBe(10)
  })

  it('is never finished before it is whole, nor with other bytes than announced', async () => {
    const { uploadId } = valueOf(await announce({ sha256: 'f'.repeat(64) }))
    const key = { ...sender, uploadId }
    const never = async (): Promise<Result<string>> => {
      throw new TypeError('what is not whole is never used')
    }
    await send(uploadId, 0, 10)
    expect(await spool.finish([key], never)).toMatchObject({
      refusals: [{ code: 'upload-incomplete' }],
    })
    await send(uploadId, 10, content.length)
    expect(await spool.finish([key], never)).toMatchObject({
      refusals: [{ code: 'upload-damaged' }],
    })
    // It may be sent anew.
    expect(await offsetOf(uploadId)).toBe(0)
  })

  it('takes no more than was announced, and no more than the limit', async () => {
    expect(await announce({ bytes: 1_000_001 })).toMatchObject({
      refusals: [{ code: 'file-too-large' }],
    })
    expect(await announce({ bytes: 0 })).toMatchObject({ refusals: [{ code: 'file-empty' }] })
    const { uploadId } = valueOf(await announce({ bytes: 10 }))
    expect(await send(uploadId, 0, 11)).toMatchObject({ refusals: [{ code: 'upload-damaged' }] })
    expect(await offsetOf(uploadId)).toBe(0)
  })

  it('that the disk has no room for is refused before a byte is sent', async () => {
    spool = makeUploadSpool(folder, Number.MAX_SAFE_INTEGER)
    expect(await announce({ bytes: 2 ** 52 })).toMatchObject({
      refusals: [{ code: 'storage-full' }],
    })
  })

  it('that the disk is full for keeps what came before, and says so', async () => {
    const { uploadId } = valueOf(await announce())
    const full = new Readable({
      read() {
        this.destroy(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
      },
    })
    await send(uploadId, 0, 10)
    const key = { ...sender, uploadId }
    expect(await spool.write(key, { offset: 10, stream: full, sha256: null })).toMatchObject({
      refusals: [{ code: 'storage-full' }],
    })
    expect(await send(uploadId, 10, content.length)).toMatchObject({ ok: true })
  })

  it('is finished once, however many ask at the same time, and each gets the one answer', async () => {
    const { uploadId } = valueOf(await announce())
    await send(uploadId, 0, content.length)
    let uses = 0
    const finish = () =>
      spool.finish([{ ...sender, uploadId }], async () => {
        uses += 1
        return ok(`receipt ${uses}`)
      })
    expect(await Promise.all([finish(), finish(), finish()])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true, value: 'receipt 1' })),
    )
    spool = makeUploadSpool(folder, 1_000_000)
    expect(await finish()).toEqual({ ok: true, value: 'receipt 1' })
    expect(uses).toBe(1)
  })

  it('is the sender’s alone, and of its case', async () => {
    const { uploadId } = valueOf(await announce())
    for (const other of [
      { ...sender, userId: 'u2' },
      { ...sender, caseId: 'case-2' },
    ]) {
      const key = { ...other, uploadId }
      const unknown = { ok: false, refusals: [{ code: 'upload-unknown' }] }
      expect(await spool.find(key)).toMatchObject(unknown)
      expect(await spool.abandon(key)).toMatchObject(unknown)
      expect(await spool.finish([key], async () => ok(1))).toMatchObject(unknown)
    }
    expect(await offsetOf(uploadId)).toBe(0)
  })

  it('is gone when it is abandoned, or when nobody goes on with it for days', async () => {
    const abandoned = valueOf(await announce())
    expect(await spool.abandon({ ...sender, uploadId: abandoned.uploadId })).toMatchObject({
      ok: true,
    })
    valueOf(await announce())
    expect(await spool.sweep(new Date(Date.now() - 60_000))).toBe(0)
    expect(await spool.sweep(new Date(Date.now() + 60_000))).toBe(1)
    expect(await readdir(folder)).toEqual([])
  })
})
