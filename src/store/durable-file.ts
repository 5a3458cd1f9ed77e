import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** SHA-256 and length of a file, read in pieces. */
export async function hashFile(
  path: string,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of readInParts(path)) {
    hash.update(chunk)
    bytes += chunk.byteLength
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** A file's bytes, a mebibyte at a time. */
export function readInParts(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1024 * 1024 })
}

/** The name of a file is durable only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Puts a file at `path` whole or not at all: `write` makes it under another name beside `folder`'s
 * files; then bytes, name and folders are brought to the disk. Nothing half-written stays.
 */
export async function placeDurably(
  folder: string,
  path: string,
  write: (partial: string) => Promise<void>,
): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const partial = join(folder, `${randomUUID()}.partial`)
  try {
    await write(partial)
    const file = await open(partial, 'r')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } finally {
    // Renaming one name of a file onto another of its names leaves both.
    await rm(partial, { force: true })
  }
  await syncFolder(dirname(path))
  if (made !== undefined) await syncFolder(folder)
}

/** A second name for the file's bytes where both lie on one disk, else a copy. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) throw error
    await copyFile(from, to)
  }
}
