import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArtifactStore } from '#case'
import { sha256Of } from '#integrity'
import { hashFile, linkOrCopy, placeDurably } from './durable-file.ts'
import { ArtifactDamagedError } from './faults.ts'
import { isAddress } from './is-address.ts'

/**
 * Content-addressed bytes as files: `ab/cdef…` under the folder. `put` answers when the bytes and
 * their name are on the disk; a file that is there under its name is whole. `get` and `openFile`
 * compare the bytes with their address and throw `ArtifactDamagedError` if they are others.
 */
export function makeFileArtifactStore(folder: string): ArtifactStore {
  const verified = new VerifiedFiles()
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2))
  const holds = async (sha256: string): Promise<boolean> =>
    (await verified.check(pathOf(sha256), sha256)) === 'whole'

  return {
    put: async (content, kind, mediaType) => {
      const sha256 = sha256Of(content)
      if (!(await holds(sha256))) {
        await placeDurably(folder, pathOf(sha256), (partial) =>
          writeFile(partial, content, { flag: 'wx', mode: 0o600 }),
        )
      }
      return { sha256, bytes: content.length, mediaType, kind }
    },
    putFile: async (path, kind, mediaType) => {
      const { sha256, bytes } = await hashFile(path)
      if (!(await holds(sha256))) {
        await placeDurably(folder, pathOf(sha256), (partial) => linkOrCopy(path, partial))
      }
      return { sha256, bytes, mediaType, kind }
    },
    get: async (sha256) => {
      if (!isAddress(sha256)) return null
      const content = await contentOf(pathOf(sha256))
      if (content !== null && sha256Of(content) !== sha256) throw new ArtifactDamagedError(sha256)
      return content
    },
    openFile: async (sha256) => {
      if (!isAddress(sha256)) return null
      const path = pathOf(sha256)
      const state = await verified.check(path, sha256)
      if (state === 'absent') return null
      if (state === 'damaged') throw new ArtifactDamagedError(sha256)
      const { size } = await stat(path)
      return { path, bytes: size, release: async () => undefined }
    },
  }
}

/** Which files were found whole, and in which state: a file is hashed again when it has changed. */
class VerifiedFiles {
  readonly #states = new Map<string, string>()

  async check(path: string, sha256: string): Promise<'whole' | 'damaged' | 'absent'> {
    const state = await stateOf(path)
    if (state === null) return 'absent'
    if (this.#states.get(sha256) === state) return 'whole'
    const found = await hashFile(path)
    if (found.sha256 !== sha256) return 'damaged'
    this.#states.set(sha256, state)
    if (this.#states.size > 100_000) this.#states.clear()
    return 'whole'
  }
}

async function stateOf(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs, ino } = await stat(path)
    return `${ino} ${size} ${mtimeMs}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function contentOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
