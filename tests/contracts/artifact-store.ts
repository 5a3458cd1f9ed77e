import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArtifactStore } from '#case'
import { sha256Of } from '#integrity'

/** A store, and a way to change bytes behind its back where there is one. */
export type ArtifactStoreUnderTest = {
  readonly store: ArtifactStore
  readonly spoil?: (sha256: string) => Promise<void>
}

/** What every engine that keeps artifacts must do. */
export function artifactStoreContract(
  name: string,
  open: () => Promise<ArtifactStoreUnderTest>,
): void {
  describe(`artifacts in ${name}`, () => {
    let folder = ''
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
    })
    afterEach(() => {
      rmSync(folder, { recursive: true, force: true })
    })
    const fileOf = (content: Uint8Array): string => {
      const path = join(folder, sha256Of(content).slice(0, 12))
      writeFileSync(path, content)
      return path
    }
    const words = new TextEncoder().encode('%PDF-1.7 synthetic')

    it('are found under the hash of their bytes, the empty ones too', async () => {
      const { store } = await open()
      const reference = await store.put(words, 'record-file', 'application/pdf')
      expect(reference).toEqual({
        sha256: sha256Of(words),
        bytes: words.length,
        mediaType: 'application/pdf',
        kind: 'record-file',
      })
      expect(Buffer.from((await store.get(reference.sha256)) ?? [])).toEqual(Buffer.from(words))
      const empty = await store.put(new Uint8Array(), 'facts', 'application/json')
      expect((await store.get(empty.sha256))?.length).toBe(0)
    })

    it('are the same whether they came as bytes or as a file of many parts', async () => {
      const { store } = await open()
      const content = new Uint8Array(randomBytes(12 * 1024 * 1024 + 17))
      const path = fileOf(content)
      const reference = await store.putFile(path, 'record-file', 'application/pdf')
      expect(reference).toEqual({
        sha256: sha256Of(content),
        bytes: content.length,
        mediaType: 'application/pdf',
        kind: 'record-file',
      })
      // What the sender does with the file afterwards does not touch the artifact.
      rmSync(path)
      const kept = await store.get(reference.sha256)
      expect(kept === null ? -1 : Buffer.compare(kept, content)).toBe(0)
      expect(await store.put(content, 'record-file', 'application/pdf')).toEqual(reference)
    })

    it('are opened as files, several times at once, until the last one is released', async () => {
      const { store } = await open()
      const { sha256 } = await store.put(words, 'record-file', 'application/pdf')
      const opened = await Promise.all([store.openFile(sha256), store.openFile(sha256)])
      for (const file of opened) {
        expect(file?.bytes).toBe(words.length)
        expect(readFileSync(file?.path ?? '')).toEqual(Buffer.from(words))
      }
      await opened[0]?.release()
      await opened[0]?.release()
      expect(readFileSync(opened[1]?.path ?? '')).toEqual(Buffer.from(words))
      await opened[1]?.release()
      expect(Buffer.from((await store.get(sha256)) ?? [])).toEqual(Buffer.from(words))
    })

    it('are not found where nothing was stored, least of all outside the store', async () => {
      const { store } = await open()
      for (const address of [sha256Of('never stored'), '../../etc/passwd', '']) {
        expect(await store.get(address)).toBeNull()
        expect(await store.openFile(address)).toBeNull()
      }
    })

    it('are stored by several at once without harm', async () => {
      const { store } = await open()
      const path = fileOf(words)
      const references = await Promise.all([
        store.putFile(path, 'record-file', 'application/pdf'),
        store.put(words, 'record-file', 'application/pdf'),
        store.putFile(path, 'record-file', 'application/pdf'),
      ])
      expect(new Set(references.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of(words)]))
      expect(Buffer.from((await store.get(sha256Of(words))) ?? [])).toEqual(Buffer.from(words))
    })

    it('are never given out with other bytes than their address says', async () => {
      const { store, spoil } = await open()
      if (!spoil) return
      const { sha256 } = await store.put(words, 'record-file', 'application/pdf')
      await spoil(sha256)
      await expect(store.get(sha256)).rejects.toThrow('do not have this hash')
      await expect(store.openFile(sha256)).rejects.toThrow('do not have this hash')
    })
  })
}
