import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArtifactStore } from '#case'
import { sha256Of } from '#integrity'
import { ArtifactDamagedError } from './faults.ts'
import { makeFileArtifactStore } from './file-artifact-store.ts'
import { makeMemoryArtifactStore } from './memory-store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const bytes = new TextEncoder().encode('%PDF-1.7 synthetic')
const address = sha256Of(bytes)

describe.each([
  ['files', () => makeFileArtifactStore(join(folder, 'artifacts'))],
  ['memory', () => makeMemoryArtifactStore()],
] as const)('artifacts in %s', (_, open: () => ArtifactStore) => {
  it('are found under the hash of their bytes', async () => {
    const store = open()
    const reference = await store.put(bytes, 'record-file', 'application/pdf')
    expect(reference).toEqual({
      sha256: address,
      bytes: bytes.length,
      mediaType: 'application/pdf',
      kind: 'record-file',
    })
    expect(Buffer.from((await store.get(address)) ?? [])).toEqual(Buffer.from(bytes))
    const empty = await store.put(new Uint8Array(), 'facts', 'application/json')
    expect((await store.get(empty.sha256))?.length).toBe(0)
  })

  it('are not found where nothing was stored, least of all outside the store', async () => {
    const store = open()
    expect(await store.get(sha256Of('never stored'))).toBeNull()
    expect(await store.get('../../etc/passwd')).toBeNull()
    expect(await store.get('')).toBeNull()
  })
})

describe('artifacts in files', () => {
  it('are stored once, by however many at the same time, and leave no half files', async () => {
    const store = makeFileArtifactStore(folder)
    const puts = Array.from({ length: 12 }, () => store.put(bytes, 'facts', 'application/json'))
    await Promise.all(puts)
    expect(readdirSync(folder)).toEqual([address.slice(0, 2)])
    expect(readdirSync(join(folder, address.slice(0, 2)))).toEqual([address.slice(2)])
  })

  it('are refused when the bytes on the disk have changed, and mended by storing them again', async () => {
    const store = makeFileArtifactStore(folder)
    await store.put(bytes, 'facts', 'application/json')
    writeFileSync(join(folder, address.slice(0, 2), address.slice(2)), 'something else')
    await expect(store.get(address)).rejects.toThrow(ArtifactDamagedError)
    await store.put(bytes, 'facts', 'application/json')
    expect(await store.get(address)).not.toBeNull()
  })
})
