import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { directoryOf, entryBytesAtMost, localHeaderOf, readArchive } from './archive.ts'

describe('an archive of more than 4 GiB', () => {
  it('is one that other programs open, with every file in its place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openimr-test-'))
    try {
      const path = join(folder, 'large.zip')
      const large = { path: 'artifacts/large', bytes: entryBytesAtMost, crc32: 0 }
      const small = Buffer.from('behind four gibibytes')
      const last = { path: 'events.jsonl', bytes: small.length, crc32: crc32(small) }
      const file = openSync(path, 'wx')
      // A hole in the file: the large one takes no room on the disk.
      const lastAt = writeSync(file, localHeaderOf(large)) + large.bytes
      ftruncateSync(file, lastAt)
      let end = lastAt
      for (const part of [localHeaderOf(last), small, directoryOf([large, last])]) {
        end += writeSync(file, part, 0, part.length, end)
      }
      closeSync(file)
      const opened = await openPromise(path, { lazyEntries: true, autoClose: false })
      const found: unknown[] = []
      for await (const entry of opened.eachEntry()) {
        found.push([entry.fileName, entry.uncompressedSize])
        if (entry.fileName !== last.path) continue
        const parts: Buffer[] = []
        for await (const part of await opened.openReadStreamPromise(entry)) {
          parts.push(part as Buffer)
        }
        expect(Buffer.concat(parts)).toEqual(small)
      }
      opened.close()
      expect(found).toEqual([
        [large.path, large.bytes],
        [last.path, last.bytes],
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is read by its places, without its bytes', () => {
    const entry = { path: 'a', bytes: entryBytesAtMost, crc32: 0 }
    const header = localHeaderOf(entry)
    const directory = directoryOf([entry])
    const asked: number[] = []
    const read = readArchive({
      bytes: header.length + entry.bytes + directory.length,
      read(at, length) {
        asked.push(length)
        return at < header.length ? header.subarray(at, at + length) : directory.subarray(0, length)
      },
    })
    expect(read).toEqual({
      entries: [{ path: 'a', headerAt: 0, at: header.length, bytes: entry.bytes }],
      directoryAt: header.length + entry.bytes,
    })
    expect(Math.max(...asked)).toBeLessThan(100)
  })
})
