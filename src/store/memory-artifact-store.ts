import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArtifactStore } from '#case'
import { sha256Of } from '#integrity'

/** Content-addressed bytes in memory: for runs that keep nothing, and for tests. */
export function makeMemoryArtifactStore(): ArtifactStore {
  const kept = new Map<string, Uint8Array>()
  const put: ArtifactStore['put'] = async (content, kind, mediaType) => {
    const sha256 = sha256Of(content)
    kept.set(sha256, Uint8Array.from(content))
    return { sha256, bytes: content.length, mediaType, kind }
  }
  return {
    put,
    putFile: async (path, kind, mediaType) => put(await readFile(path), kind, mediaType),
    get: async (sha256) => {
      const content = kept.get(sha256)
      return content ? Uint8Array.from(content) : null
    },
    openFile: async (sha256) => {
      const content = kept.get(sha256)
      if (!content) return null
      const folder = await mkdtemp(join(tmpdir(), 'openimr-artifact-'))
      const path = join(folder, sha256)
      await writeFile(path, content, { mode: 0o600 })
      return {
        path,
        bytes: content.length,
        release: () => rm(folder, { recursive: true, force: true }),
      }
    },
  }
}
