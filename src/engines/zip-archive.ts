import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  type ZipFile,
} from 'yauzl'
import { ok, type Refusal, type Result, refuse, refused } from '#foundation'
import type { FileContent, UnpackedFile } from '#records'
import { readPart } from './file-content.ts'
import { recordFileRefusals } from './record-refusals.ts'

/** What all archives within one another may hold together. */
export type UnpackBounds = {
  readonly files: number
  readonly bytes: number
  /** Archives within archives. */
  readonly depth: number
  /** Unpacked by packed bytes of one file, beyond its first megabyte. */
  readonly ratio: number
}

export const unpackBounds: UnpackBounds = {
  files: 5_000,
  bytes: 8 * 1024 ** 3,
  depth: 3,
  ratio: 250,
}

/**
 * The files of a ZIP archive, laid into `folder` under numbers: names of the archive are only told.
 * Archives inside are opened too. Entries are counted as they are written, whatever the archive
 * claims of them.
 *
 * Refusals: `archive-too-large`, `archive-needs-password`, `file-damaged`.
 */
export async function unpackZip(
  content: FileContent,
  folder: string,
  bounds: UnpackBounds = unpackBounds,
): Promise<Result<readonly UnpackedFile[]>> {
  const work: Work = { folder, bounds, files: [], bytes: 0, written: 0 }
  const trouble = await unpackInto(work, content, '', 1)
  return trouble ? refused(trouble) : ok(work.files)
}

/** Names of the first files in an archive; null where it cannot be listed. */
export async function listZipNames(content: FileContent): Promise<readonly string[] | null> {
  const names: string[] = []
  try {
    const archive = await openZip(content)
    try {
      for await (const entry of archive.eachEntry()) {
        if (names.push(nameOf(entry)) >= 2_000) break
      }
    } finally {
      archive.close()
    }
    return names
  } catch {
    return null
  }
}

/** What the files of an archive claim to unpack to, in bytes; null where it cannot be listed. */
export async function claimedZipBytes(content: FileContent): Promise<number | null> {
  let bytes = 0
  try {
    const archive = await openZip(content)
    try {
      for await (const entry of archive.eachEntry()) bytes += entry.uncompressedSize
    } finally {
      archive.close()
    }
    return bytes
  } catch {
    return null
  }
}

type Work = {
  readonly folder: string
  readonly bounds: UnpackBounds
  readonly files: UnpackedFile[]
  bytes: number
  written: number
}

/** Names come raw: one that is no path of ours must not end the whole archive. */
const options = { lazyEntries: true, autoClose: false, decodeStrings: false }

async function openZip(content: FileContent): Promise<ZipFile> {
  if (!(content instanceof Uint8Array)) return openPromise(content.path, options)
  return fromBufferPromise(Buffer.from(content.buffer, content.byteOffset, content.length), options)
}

async function unpackInto(
  work: Work,
  content: FileContent,
  within: string,
  depth: number,
): Promise<Refusal | null> {
  const { bounds } = work
  let archive: ZipFile
  try {
    archive = await openZip(content)
  } catch {
    return damaged('the list of the files in the archive cannot be read')
  }
  try {
    for await (const entry of archive.eachEntry()) {
      const name = nameOf(entry)
      if (name.endsWith('/') || isLeftover(name)) continue
      const path = safePath(within === '' ? name : `${within}/${name}`)
      if (entry.isEncrypted()) {
        const because = 'files in the archive are encrypted'
        return refuse(recordFileRefusals, 'archive-needs-password', because)
      }
      if (work.files.length >= bounds.files) {
        return tooLarge(`the archive holds more than ${bounds.files} files`)
      }
      work.written += 1
      const target = join(work.folder, `file-${work.written}`)
      const written = await writeEntry(work, archive, entry, target)
      if (typeof written !== 'number') return written
      const unpacked = { path: target, bytes: written }
      if (await isArchive(unpacked)) {
        if (depth >= bounds.depth) {
          return tooLarge(`archives lie more than ${bounds.depth} deep in one another`)
        }
        const trouble = await unpackInto(work, unpacked, path, depth + 1)
        if (trouble) return trouble
      } else {
        work.files.push({ path, fileName: path.split('/').at(-1) ?? path, content: unpacked })
      }
    }
    return null
  } catch (fault) {
    if (isDiskFull(fault)) throw fault
    return damaged('the archive is broken')
  } finally {
    archive.close()
  }
}

/** Writes one file of the archive and counts what comes out; the number of bytes, or why not. */
async function writeEntry(
  work: Work,
  archive: ZipFile,
  entry: Entry,
  target: string,
): Promise<number | Refusal> {
  const { bounds } = work
  const allowed = Math.max(1_048_576, entry.compressedSize * bounds.ratio)
  let bytes = 0
  let excess: Refusal | null = null
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length
      work.bytes += chunk.length
      if (bytes > allowed) excess = tooLarge(`a file grows more than ${bounds.ratio} times`)
      if (work.bytes > bounds.bytes) {
        excess = tooLarge(`the archive unpacks to more than ${bounds.bytes} bytes`)
      }
      if (excess) next(new Error('too large'))
      else next(null, chunk)
    },
  })
  try {
    const source = await archive.openReadStreamPromise(entry)
    await pipeline(source, count, createWriteStream(target, { flags: 'wx', mode: 0o600 }))
    return bytes
  } catch (fault) {
    // A full disk is no fault of the archive, and no reason to refuse it.
    if (isDiskFull(fault)) throw fault
    return excess ?? damaged('a file in the archive is broken')
  }
}

function isDiskFull(fault: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((fault as NodeJS.ErrnoException).code ?? '')
}

/** An archive by its bytes; an office document is one by its bytes only. */
async function isArchive(content: FileContent): Promise<boolean> {
  const start = readPart(content, 0, 4)
  if (Buffer.from(start).toString('latin1') !== 'PK\u0003\u0004') return false
  const names = await listZipNames(content)
  return names !== null && !names.includes('[Content_Types].xml') && !names.includes('mimetype')
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  ).replaceAll('\\', '/')
}

/** What programs leave beside a person's files. */
function isLeftover(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name)
}

/** A path without ways out, without control characters, and of bounded length. */
export function safePath(name: string): string {
  const parts = name
    .split('/')
    .map((part) =>
      part
        .replace(/[\p{Cc}:]/gu, '_')
        .trim()
        .slice(0, 200),
    )
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.slice(-16).join('/') || 'unnamed'
}

function tooLarge(because: string): Refusal {
  return refuse(recordFileRefusals, 'archive-too-large', because)
}

function damaged(because: string): Refusal {
  return refuse(recordFileRefusals, 'file-damaged', because)
}
