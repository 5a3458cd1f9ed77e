import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { makeFileArtifactStore, makeMemoryArtifactStore } from '#store'
import { artifactStoreContract } from './artifact-store.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

artifactStoreContract('memory', async () => ({ store: makeMemoryArtifactStore() }))

artifactStoreContract('files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
  folders.push(folder)
  return {
    store: makeFileArtifactStore(folder),
    spoil: async (sha256) =>
      writeFileSync(join(folder, sha256.slice(0, 2), sha256.slice(2)), 'something else'),
  }
})
