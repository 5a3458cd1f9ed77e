import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ArtifactStore } from '#case'
import { sha256Of } from '#integrity'
import { ArtifactDamagedError } from './faults.ts'

/**
 * Content-addressed bytes as files: `ab/cdef…` under the folder. `put` answers when the bytes and
 * their name are on the disk; a file that is there under its name is whole. `get` compares the
 * bytes with their address and throws `ArtifactDamagedError` if they are others.
 */
export function makeFileArtifactStore(folder: string): ArtifactStore {
  return {
    put: async (content, kind, mediaType) => {
      const sha256 = sha256Of(content)
      if (!(await holds(folder, sha256))) await write(folder, sha256, content)
      return { sha256, bytes: content.length, mediaType, kind }
    },
    get: async (sha256) => {
      const content = await read(folder, sha256)
      if (content !== null && sha256Of(content) !== sha256) throw new ArtifactDamagedError(sha256)
      return content
    },
  }
}

async function read(folder: string, sha256: string): Promise<Uint8Array | null> {
  // An address that is no hash leads nowhere, least of all out of the folder.
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null
  try {
    return await readFile(pathOf(folder, sha256))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Whether the bytes are there and whole; damaged ones are written again. */
async function holds(folder: string, sha256: string): Promise<boolean> {
  const content = await read(folder, sha256)
  return content !== null && sha256Of(content) === sha256
}

async function write(folder: string, sha256: string, content: Uint8Array): Promise<void> {
  const path = pathOf(folder, sha256)
  const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const partial = join(folder, `${randomUUID()}.partial`)
  try {
    const file = await open(partial, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
  if (made !== undefined) await syncFolder(folder)
}

/** The name of a file is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function pathOf(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256.slice(2))
}
