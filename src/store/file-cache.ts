import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { OpenedArtifact } from '#case'
import { hashFile } from './durable-file.ts'
import { ArtifactDamagedError } from './faults.ts'
import { isAddress } from './is-address.ts'

/** Copies of far artifacts on this machine, the least recently used removed first. */
export type FileCache = {
  /** The copy, fetched where there is none; null where `fetch` finds nothing. */
  open(sha256: string, fetch: () => Promise<Readable | null>): Promise<OpenedArtifact | null>
}

type Kept = { readonly bytes: number; users: number }

/**
 * Keeps copies in `folder`, together at most `limitBytes` but for those in use. A copy of an
 * earlier run is hashed before it is used; one that is fetched, on the way. Several who want the
 * same copy at once wait for one fetching. Throws `ArtifactDamagedError`.
 */
export function makeFileCache(folder: string, limitBytes: number): FileCache {
  const kept = new Map<string, Kept>()
  const coming = new Map<string, Promise<Kept | null>>()
  let begun: Promise<void> | null = null
  const pathOf = (sha256: string): string => join(folder, sha256)

  const begin = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const name of await readdir(folder)) {
      // Another process may use the folder: only whole copies are touched, and verified at first use.
      if (isAddress(name)) continue
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }))
      if (Date.now() - mtimeMs > 3_600_000) await rm(join(folder, name), { force: true })
    }
  }

  const bring = async (
    sha256: string,
    fetch: () => Promise<Readable | null>,
  ): Promise<Kept | null> => {
    const earlier = await hashFile(pathOf(sha256)).catch(() => null)
    const found =
      earlier?.sha256 === sha256
        ? earlier
        : await download(folder, pathOf(sha256), sha256, await fetch())
    if (found === null) return null
    const entry = { bytes: found.bytes, users: 0 }
    kept.set(sha256, entry)
    return entry
  }

  const makeRoom = async (): Promise<void> => {
    let bytes = [...kept.values()].reduce((sum, each) => sum + each.bytes, 0)
    for (const [sha256, entry] of kept) {
      if (bytes <= limitBytes) return
      if (entry.users > 0) continue
      kept.delete(sha256)
      bytes -= entry.bytes
      await rm(pathOf(sha256), { force: true })
    }
  }

  return {
    async open(sha256, fetch) {
      begun ??= begin()
      await begun
      let entry = kept.get(sha256) ?? null
      // Somebody may have emptied the folder.
      if (entry && (await stat(pathOf(sha256)).catch(() => null)) === null) entry = null
      if (!entry) {
        const waited = coming.get(sha256) ?? bring(sha256, fetch)
        coming.set(sha256, waited)
        entry = await waited.finally(() => coming.delete(sha256))
      }
      if (!entry) return null
      const opened = entry
      opened.users += 1
      kept.delete(sha256)
      kept.set(sha256, opened)
      await makeRoom()
      let released = false
      return {
        path: pathOf(sha256),
        bytes: opened.bytes,
        release: async () => {
          if (released) return
          released = true
          opened.users -= 1
          await makeRoom()
        },
      }
    },
  }
}

async function download(
  folder: string,
  path: string,
  sha256: string,
  body: Readable | null,
): Promise<{ readonly bytes: number } | null> {
  if (body === null) return null
  const partial = join(folder, `${crypto.randomUUID()}.partial`)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const file = await open(partial, 'wx', 0o600)
    try {
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        hash.update(chunk)
        bytes += chunk.byteLength
        await file.writeFile(chunk)
      }
    } finally {
      await file.close()
    }
    if (hash.digest('hex') !== sha256) throw new ArtifactDamagedError(sha256)
    await rename(partial, path)
    return { bytes }
  } finally {
    await rm(partial, { force: true })
  }
}
