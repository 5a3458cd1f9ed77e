import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Of } from '#integrity'
import { ArtifactDamagedError } from './faults.ts'
import { makeFileArtifactStore } from './file-artifact-store.ts'
import { parseBlobUrl } from './open-artifact-store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const bytes = new TextEncoder().encode('%PDF-1.7 synthetic')
const address = sha256Of(bytes)

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

  it('are hashed once while they stay as they are, and again when they have changed', async () => {
    const store = makeFileArtifactStore(folder)
    await store.put(bytes, 'record-file', 'application/pdf')
    const path = join(folder, address.slice(0, 2), address.slice(2))
    expect(await store.openFile(address)).toMatchObject({ path, bytes: bytes.length })
    expect(await store.openFile(address)).toMatchObject({ path })
    writeFileSync(path, `${'x'.repeat(bytes.length)}`)
    await expect(store.openFile(address)).rejects.toThrow(ArtifactDamagedError)
  })
})

describe('the address of an object store', () => {
  it.each([
    ['s3://records', { bucket: 'records', prefix: '', region: 'us-east-1' }],
    [
      's3://records/a/b/?endpoint=https://s3.example.org&region=eu-1',
      { bucket: 'records', prefix: 'a/b/', endpoint: 'https://s3.example.org', region: 'eu-1' },
    ],
  ])('%s names its place', (url, place) => {
    expect(parseBlobUrl(url)).toEqual({ ok: true, value: place })
  })

  it.each([
    'https://records',
    's3://',
    's3://key:secret@records',
    's3://records?endpoint=file:///etc',
    'records',
  ])('%s is refused', (url) => {
    expect(parseBlobUrl(url)).toMatchObject({
      ok: false,
      refusals: [{ code: 'blob-url-unreadable' }],
    })
  })
})
