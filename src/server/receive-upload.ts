import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ok, type Result, refuse, refused } from '#foundation'
import { isStorageFull, storageFull } from '#proceedings'
import { GatheredWrites } from './gathered-writes.ts'
import { serverRefusals } from './refusals.ts'

/** An upload that lies whole on disk, in a folder of its own that `release` removes. */
export type SpooledUpload = {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  release(): Promise<void>
}

/**
 * Takes an upload chunk by chunk to disk, hashing as it goes; memory does not grow with the file.
 * Refusals: `file-too-large` past the limit, `file-empty`, `upload-damaged` where the announced
 * digest is another, `storage-full`.
 */
export async function receiveUpload(
  stream: Readable,
  parent: string,
  limitBytes: number,
  announcedSha256: string | null,
): Promise<Result<SpooledUpload>> {
  await mkdir(parent, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(parent, 'one-piece-'))
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
    return ok({ ...written, path, release })
  } catch (fault) {
    await release()
    if (!isStorageFull(fault)) throw fault
    stream.resume()
    return refused(storageFull())
  }
}

/** Takes an upload, hands the file over, and removes it. Refuses what `receiveUpload` refuses. */
export async function withUpload<Answer>(
  call: { readonly stream: Readable; readonly announcedSha256: string | null },
  place: { readonly folder: string; readonly limitBytes: number },
  use: (file: {
    readonly path: string
    readonly bytes: number
    readonly sha256: string
  }) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const { folder, limitBytes } = place
  const upload = await receiveUpload(call.stream, folder, limitBytes, call.announcedSha256)
  if (!upload.ok) return upload
  try {
    const { path, bytes, sha256 } = upload.value
    return await use({ path, bytes, sha256 })
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
  const gathered = new GatheredWrites(file, 0)
  let bytes = 0
  const chunks: AsyncIterable<Uint8Array> = stream.iterator({ destroyOnReturn: false })
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > limitBytes) break
    hash.update(chunk)
    await gathered.write(chunk)
  }
  await gathered.end()
  // What is over the limit passes unread: a connection cut off here would hide the refusal.
  if (bytes > limitBytes) stream.resume()
  return { bytes, sha256: hash.digest('hex') }
}
