import { createHash, type Hash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { PlainDate } from '#foundation'
import { ok, type Refusal, type Result, refuse, refused } from '#foundation'
import type { PartyRole } from '#intake'
import { isStorageFull, storageFull } from '#proceedings'
import { GatheredWrites } from './gathered-writes.ts'
import { serverRefusals } from './refusals.ts'

/** What somebody announced to send. */
export type AnnouncedUpload = {
  readonly caseId: string
  /** Who sends it: nobody else goes on with it. */
  readonly userId: string
  readonly fileName: string
  readonly from: PartyRole
  readonly path?: string
  readonly foundOn?: PlainDate
  readonly bytes: number
  readonly sha256?: string
}

export type Upload = AnnouncedUpload & {
  readonly uploadId: string
  /** So many bytes are here. */
  readonly offset: number
  /** What was answered when it was taken into the record. */
  readonly answer: unknown
}

/** Whose upload is meant; one of another user or case is as if it were not there. */
export type UploadKey = Pick<AnnouncedUpload, 'caseId' | 'userId'> & { readonly uploadId: string }

/**
 * Files on their way in: a folder for each under the home folder, with what was announced and the
 * bytes that came. What is here survives a lost connection, a kill and a restart; it is no part of
 * the record before it is finished.
 */
export type UploadSpool = {
  /** Refusals: `file-too-large`, `file-empty`, `storage-full`. */
  begin(announced: AnnouncedUpload): Promise<Result<Upload>>
  /** Refusal: `upload-unknown`. */
  find(key: UploadKey): Promise<Result<Upload>>
  /**
   * Takes the bytes from the offset on. Who comes again after a lost connection ends the earlier
   * call. A piece whose digest was announced is taken whole or not at all.
   * Refusals: `upload-unknown`, `upload-offset-wrong`, `file-too-large`, `upload-damaged`,
   * `storage-full`.
   */
  write(
    key: UploadKey,
    piece: { readonly offset: number; readonly stream: Readable; readonly sha256: string | null },
  ): Promise<Result<{ readonly offset: number }>>
  /**
   * The whole file, for `use`; its answer is kept, and given again to whoever finishes the upload
   * once more. Refusals: `upload-unknown`, `upload-incomplete`, `upload-damaged`, those of `use`.
   */
  finish<T>(keys: readonly UploadKey[], use: UseFiles<T>): Promise<Result<T>>
  /** Refusal: `upload-unknown`. */
  abandon(key: UploadKey): Promise<Result<Record<string, never>>>
  /** Removes what nobody went on with since then; answers how many. */
  sweep(notTouchedSince: Date): Promise<number>
}

/** An upload of which all bytes are here, with their hash. */
export type WholeUpload = {
  readonly upload: Upload
  readonly path: string
  readonly sha256: string
}

type UseFiles<T> = (files: readonly WholeUpload[]) => Promise<Result<T>>

/** What lies beside the bytes. */
type Noted = Omit<Upload, 'offset' | 'uploadId'>

export function makeUploadSpool(folder: string, limitBytes: number): UploadSpool {
  /** The hash of what was written in this process, so that it need not be read again. */
  const hashes = new Map<string, { readonly hash: Hash; readonly bytes: number }>()
  const writing = new Map<string, { readonly stream: Readable; readonly ended: Promise<unknown> }>()
  const turns = new Map<string, Promise<unknown>>()

  const folderOf = (uploadId: string): string => join(folder, uploadId)
  const bytesOf = (uploadId: string): string => join(folderOf(uploadId), 'bytes')

  /** One at a time for an upload. */
  const inTurn = <T>(uploadId: string, work: () => Promise<T>): Promise<T> => {
    const next = (turns.get(uploadId) ?? Promise.resolve()).then(work, work)
    const kept = next
      .catch(() => undefined)
      .finally(() => {
        if (turns.get(uploadId) === kept) turns.delete(uploadId)
      })
    turns.set(uploadId, kept)
    return next
  }

  const find: UploadSpool['find'] = async ({ caseId, userId, uploadId }) => {
    const noted = await readNote(folderOf(uploadId))
    if (noted?.caseId !== caseId || noted.userId !== userId) return unknown(uploadId)
    const size = await sizeOf(bytesOf(uploadId))
    return ok({ ...noted, uploadId, offset: size ?? noted.bytes })
  }

  const sha256Of = async (uploadId: string, bytes: number): Promise<string> => {
    const known = hashes.get(uploadId)
    if (known?.bytes === bytes) return known.hash.copy().digest('hex')
    const hash = createHash('sha256')
    const stream = createReadStream(bytesOf(uploadId), { highWaterMark: 1024 * 1024 })
    for await (const chunk of stream as AsyncIterable<Uint8Array>) hash.update(chunk)
    return hash.digest('hex')
  }

  const forget = async (uploadId: string): Promise<void> => {
    hashes.delete(uploadId)
    await rm(folderOf(uploadId), { recursive: true, force: true })
  }

  return {
    find,

    async begin(announced) {
      const { bytes } = announced
      if (bytes > limitBytes) return refused(tooLarge(limitBytes))
      if (bytes === 0) {
        return refused(refuse(serverRefusals, 'file-empty', 'the file has no bytes', 'body.bytes'))
      }
      return orFull(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const { bavail, bsize } = await statfs(folder)
        if (bavail * bsize < bytes) return refused(storageFull())
        const uploadId = randomUUID()
        await mkdir(folderOf(uploadId), { mode: 0o700 })
        await writeFile(bytesOf(uploadId), '', { flag: 'wx', mode: 0o600 })
        await writeNote(folderOf(uploadId), { ...announced, answer: null })
        hashes.set(uploadId, { hash: createHash('sha256'), bytes: 0 })
        return ok({ ...announced, uploadId, offset: 0, answer: null })
      })
    },

    async write(key, piece) {
      const { uploadId } = key
      // A connection that is half lost must not keep its successor out.
      const earlier = writing.get(uploadId)
      if (earlier && (await find(key)).ok) {
        earlier.stream.destroy()
        await earlier.ended
      }
      const written = inTurn(uploadId, () =>
        orFull(async () => {
          const upload = await find(key)
          if (!upload.ok) return upload
          const wrong = refusePiece(upload.value, piece.offset)
          if (wrong) return refused(wrong)
          return takePiece(uploadId, upload.value, piece)
        }),
      )
      const entry = { stream: piece.stream, ended: written.catch(() => undefined) }
      writing.set(uploadId, entry)
      try {
        const answer = await written
        // What is refused passes unread: a connection cut off here would hide the refusal.
        if (!answer.ok) piece.stream.resume()
        return answer
      } finally {
        if (writing.get(uploadId) === entry) writing.delete(uploadId)
      }
    },

    finish: (keys, use) =>
      allInTurn(
        keys.map(({ uploadId }) => uploadId),
        async () => {
          const taken = await takeWhole(keys, use)
          // Another server on the same folder may have finished it meanwhile.
          return taken ?? (await takeWhole(keys, use)) ?? unknown(keys[0]?.uploadId ?? '')
        },
      ),

    async abandon(key) {
      const upload = await find(key)
      if (!upload.ok) return upload
      writing.get(key.uploadId)?.stream.destroy()
      return inTurn(key.uploadId, async () => {
        await forget(key.uploadId)
        return ok({})
      })
    },

    async sweep(notTouchedSince) {
      let removed = 0
      for (const uploadId of await readdir(folder).catch(() => [])) {
        if (writing.has(uploadId) || turns.has(uploadId)) continue
        const touched = await lastTouched(folderOf(uploadId))
        if (touched === null || touched >= notTouchedSince) continue
        await forget(uploadId)
        removed += 1
      }
      return removed
    },
  }

  /** In an order, so that no two wait for one another. */
  async function allInTurn<T>(uploadIds: readonly string[], work: () => Promise<T>): Promise<T> {
    const [first, ...rest] = [...new Set(uploadIds)].toSorted()
    return first === undefined ? work() : inTurn(first, () => allInTurn(rest, work))
  }

  /** Null where a file went while it was being taken. */
  async function takeWhole<T>(
    keys: readonly UploadKey[],
    use: UseFiles<T>,
  ): Promise<Result<T> | null> {
    const uploads: Upload[] = []
    for (const key of keys) {
      const upload = await find(key)
      if (!upload.ok) return upload
      uploads.push(upload.value)
    }
    const open = uploads.filter(({ answer }) => answer === null)
    if (open.length === 0) return ok(uploads[0]?.answer as T)
    const files: WholeUpload[] = []
    for (const upload of open) {
      const whole = await wholeOf(upload)
      if (!whole.ok) return whole
      files.push(whole.value)
    }
    const used = await use(files).catch((fault: unknown) => {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw fault
    })
    if (!used?.ok) return used
    for (const { uploadId, offset: _, ...noted } of open) {
      await writeNote(folderOf(uploadId), { ...noted, answer: used.value })
      await rm(bytesOf(uploadId), { force: true })
      hashes.delete(uploadId)
    }
    return used
  }

  async function takePiece(
    uploadId: string,
    upload: Upload,
    piece: { readonly stream: Readable; readonly sha256: string | null },
  ): Promise<Result<{ readonly offset: number }>> {
    const { offset } = upload
    const known = hashes.get(uploadId)
    let running = known?.bytes === offset ? known.hash.copy() : null
    const ofPiece = piece.sha256 === null ? null : createHash('sha256')
    let at = offset
    let over = false
    const file = await open(bytesOf(uploadId), 'r+')
    const gathered = new GatheredWrites(file, offset)
    try {
      const chunks: AsyncIterable<Uint8Array> = piece.stream.iterator({ destroyOnReturn: false })
      for await (const chunk of chunks) {
        over = at + chunk.byteLength > upload.bytes
        if (over) break
        await gathered.write(chunk)
        running?.update(chunk)
        ofPiece?.update(chunk)
        at += chunk.byteLength
      }
      await gathered.end()
    } catch (fault) {
      // What came before the connection was lost stays, unless nobody can say that it is right.
      if (!isStorageFull(fault)) await gathered.end().catch(() => undefined)
      at = piece.sha256 === null ? gathered.position : offset
      running = null
      if (isStorageFull(fault)) throw fault
      if (piece.stream.destroyed) return refused(brokenOff(at))
      throw fault
    } finally {
      await file.truncate(at).catch(() => undefined)
      await file.datasync().catch(() => undefined)
      await file.close()
      hashes.delete(uploadId)
      if (running && at > offset) hashes.set(uploadId, { hash: running, bytes: at })
    }
    const digest = ofPiece?.digest('hex') ?? ''
    const wrong = over
      ? announcedLess(upload)
      : piece.sha256 !== null && piece.sha256 !== digest
        ? damaged(digest, piece.sha256, 'content-digest')
        : null
    if (!wrong) return ok({ offset: at })
    await truncate(bytesOf(uploadId), offset)
    hashes.delete(uploadId)
    return refused(wrong)
  }

  async function wholeOf(upload: Upload): Promise<Result<WholeUpload>> {
    const { uploadId, offset, bytes } = upload
    if (offset !== bytes) {
      const because = `${offset} of ${bytes} bytes are here; go on at ${offset}`
      return refused(refuse(serverRefusals, 'upload-incomplete', because, 'params.uploadId'))
    }
    const sha256 = await sha256Of(uploadId, bytes)
    if (upload.sha256 === undefined || upload.sha256 === sha256) {
      return ok({ upload, path: bytesOf(uploadId), sha256 })
    }
    await truncate(bytesOf(uploadId), 0)
    hashes.set(uploadId, { hash: createHash('sha256'), bytes: 0 })
    return refused(damaged(sha256, upload.sha256, 'sha256'))
  }
}

async function orFull<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (fault) {
    if (!isStorageFull(fault)) throw fault
    return refused(storageFull())
  }
}

function refusePiece({ offset, answer }: Upload, wanted: number): Refusal | null {
  if (answer !== null) {
    const because = 'the upload is finished already'
    return refuse(serverRefusals, 'upload-offset-wrong', because, 'query.offset')
  }
  if (wanted === offset) return null
  const because = `the next byte is number ${offset}, not ${wanted}`
  return refuse(serverRefusals, 'upload-offset-wrong', because, 'query.offset')
}

function unknown(uploadId: string): Result<never> {
  const because = `there is no upload "${uploadId}" of yours in this case`
  return refused(refuse(serverRefusals, 'upload-unknown', because, 'params.uploadId'))
}

function tooLarge(limitBytes: number): Refusal {
  const because = `the file has more than ${limitBytes} bytes`
  return refuse(serverRefusals, 'file-too-large', because, 'body.bytes')
}

function announcedLess({ bytes }: Upload): Refusal {
  const because = `more came than the ${bytes} bytes that were announced`
  return refuse(serverRefusals, 'upload-damaged', because, 'body')
}

function damaged(found: string, announced: string, where: string): Refusal {
  const because = `the bytes have the SHA-256 ${found}, announced was ${announced}`
  return refuse(serverRefusals, 'upload-damaged', because, where)
}

function brokenOff(offset: number): Refusal {
  const because = `the connection was lost; go on at ${offset}`
  return refuse(serverRefusals, 'upload-incomplete', because, 'body')
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null
}

async function readNote(folder: string): Promise<Noted | null> {
  try {
    return JSON.parse(await readFile(join(folder, 'upload.json'), 'utf8')) as Noted
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Whole or not at all. */
async function writeNote(folder: string, noted: Noted): Promise<void> {
  const partial = join(folder, `${randomUUID()}.partial`)
  await writeFile(partial, JSON.stringify(noted), { mode: 0o600 })
  await rename(partial, join(folder, 'upload.json'))
}

async function lastTouched(folder: string): Promise<Date | null> {
  const times = await Promise.all(
    [folder, join(folder, 'bytes')].map((path) => stat(path).catch(() => null)),
  )
  const [first = 0, ...rest] = times.flatMap((each) => (each ? [each.mtimeMs] : []))
  return first === 0 ? null : new Date(Math.max(first, ...rest))
}
