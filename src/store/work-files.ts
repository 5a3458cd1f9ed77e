import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of } from '#integrity'
import { hashFile } from './durable-file.ts'

/** Files of this machine while they are worked on, in folders under `parent`. */
export type FolderLender = {
  withFolders<T>(work: (another: () => Promise<string>) => Promise<T>): Promise<T>
  sha256Of(content: Uint8Array | { readonly path: string }): Promise<string>
}

/** Lends folders under `parent`; what is in them is removed when the work has ended. */
export function makeWorkFiles(parent: string): FolderLender {
  return {
    async withFolders(work) {
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
  }
}
