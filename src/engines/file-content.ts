import { closeSync, openSync, readSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileContent } from '#records'

export function bytesOf(content: FileContent): number {
  return content instanceof Uint8Array ? content.length : content.bytes
}

/** Up to `bytes` of the file from `at` on. */
export function readPart(content: FileContent, at: number, bytes: number): Uint8Array {
  if (content instanceof Uint8Array) return content.subarray(at, at + bytes)
  const descriptor = openSync(content.path, 'r')
  try {
    const part = new Uint8Array(Math.max(0, Math.min(bytes, content.bytes - at)))
    return part.subarray(0, readSync(descriptor, part, 0, part.length, at))
  } finally {
    closeSync(descriptor)
  }
}

/** The file as one on disk, where children can read it by ranges, for as long as `use` takes. */
export async function withFileOnDisk<T>(
  content: FileContent,
  use: (file: Exclude<FileContent, Uint8Array>) => Promise<T>,
): Promise<T> {
  if (!(content instanceof Uint8Array)) return use(content)
  return withFolder(async (folder) => {
    const path = join(folder, 'content')
    await writeFile(path, content, { mode: 0o600 })
    return use({ path, bytes: content.length })
  })
}

/** A folder of our own that is gone afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'openimr-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
