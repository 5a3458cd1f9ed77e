import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of } from '#integrity'
import { hashFile, readInParts } from './durable-file.ts'

/** Files of this machine while they are worked on, in folders under `parent`. */
export type FolderLender = {
  withFolders<T>(work: (another: () => Promise<string>) => Promise<T>): Promise<T>
  sha256Of(content: Uint8Array | { readonly path: string }): Promise<string>
  /** A file's bytes in parts of a bounded size. */
  partsOf(path: string): AsyncIterable<Uint8Array>
}

/**
 * Lends folders under `parent`; what is in them is removed when the work has ended. What a process
 * that was killed left there is removed a day later, by whoever begins some work then.
 */
export function makeWorkFiles(parent: string): FolderLender {
  let swept: Promise<void> | null = null
  return {
    async withFolders(work) {
      swept ??= removeLeftovers(parent)
      await swept
      const lent: string[] = []
      try {
        return await work(async () => {
          await mkdir(parent, { recursive: true, mode: 0o700 })
          const folder = await mkdtemp(join(parent, 'work-'))
          lent.push(folder)
          return folder
        })
      } finally {
        for (const folder of lent) await rm(folder, { recursive: true, force: true })
      }
    },
    sha256Of: async (content) =>
      content instanceof Uint8Array ? sha256Of(content) : (await hashFile(content.path)).sha256,
    partsOf: readInParts,
  }
}

async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    if (!name.startsWith('work-')) continue
    const left = join(parent, name)
    const touched = (await stat(left).catch(() => null))?.mtimeMs ?? Date.now()
    if (Date.now() - touched > dayMilliseconds) await rm(left, { recursive: true, force: true })
  }
}

const dayMilliseconds = 86_400_000
