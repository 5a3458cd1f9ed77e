import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ok, type Result, refuse, refused } from '#foundation'
import { oneAtATime } from './one-at-a-time.ts'
import { serverRefusals } from './refusals.ts'

/** An upload that lies whole on disk, in a folder of its own that `release` removes. */
export type SpooledUpload = {
  readonly bytes: number
  readonly sha256: string
  /** All bytes; one caller at a time, so that many uploads do not fill the memory together. */
  content(): Promise<Uint8Array>
  release(): Promise<void>
}

/**
 * Takes an upload chunk by chunk to disk, hashing as it goes; memory does not grow with the file.
 * Refusals: `file-too-large` past the limit, `file-empty`, `upload-damaged` where the announced
 * digest is another.
 */
export async function receiveUpload(
  stream: Readable,
  limitBytes: number,
  announcedSha256: string | null,
): Promise<Result<SpooledUpload>> {
  const folder = await mkdtemp(join(tmpdir(), 'openimr-upload-'))
  const release = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, randomUUID())
    const file = await open(path, 'wx', 0o600)
    const written = await writeAll(stream, file, limitBytes).finally(() => file.close())
    const refusal =
      written.bytes > limitBytes
        ? refuse(
            serverRefusals,
            'file-too-large',
            `the file has more than ${limitBytes} bytes`,
            'body',
          )
        : written.bytes === 0
          ? refuse(serverRefusals, 'file-empty', 'the file has no bytes', 'body')
          : announcedSha256 !== null && announcedSha256 !== written.sha256
            ? refuse(
                serverRefusals,
                'upload-damaged',
                `the bytes have the SHA-256 ${written.sha256}, announced was ${announcedSha256}`,
                'content-digest',
              )
            : null
    if (refusal !== null) {
      await release()
      return refused(refusal)
    }
    return ok({
      ...written,
      release,
      content: () => readWhole(path, written.bytes),
    })
  } catch (fault) {
    await release()
    throw fault
  }
}

/** Whole files are in memory one at a time, however many are being sent. */
const inMemory = oneAtATime()

/** Takes an upload, hands its bytes over, and removes it. Refuses what `receiveUpload` refuses. */
export async function withUpload<Answer>(
  call: { readonly stream: Readable; readonly announcedSha256: string | null },
  settings: { readonly uploadLimitBytes: number },
  use: (content: Uint8Array) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const upload = await receiveUpload(call.stream, settings.uploadLimitBytes, call.announcedSha256)
  if (!upload.ok) return upload
  try {
    return await inMemory(async () => use(await upload.value.content()))
  } finally {
    await upload.value.release()
  }
}

async function writeAll(
  stream: Readable,
  file: FileHandle,
  limitBytes: number,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const chunks: AsyncIterable<Uint8Array> = stream.iterator({ destroyOnReturn: false })
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > limitBytes) break
    hash.update(chunk)
    await file.write(chunk)
  }
  // What is over the limit passes unread: a connection cut off here would hide the refusal.
  if (bytes > limitBytes) stream.resume()
  return { bytes, sha256: hash.digest('hex') }
}

/** Into one buffer of the right size: no second copy while it is read. */
async function readWhole(path: string, bytes: number): Promise<Uint8Array> {
  const content = new Uint8Array(bytes)
  let at = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    content.set(chunk, at)
    at += chunk.byteLength
  }
  return content
}
