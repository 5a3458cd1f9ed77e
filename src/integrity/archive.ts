import type { ByteSource } from './byte-source.ts'

/** What a zip archive says of a file in it beside its bytes. */
export type ArchiveEntry = {
  readonly path: string
  readonly bytes: number
  readonly crc32: number
}

/** The most that a file in an archive may have; the archive itself may be larger (ZIP64). */
export const entryBytesAtMost = 0xffff_fffe

const localHeader = 0x0403_4b50
const centralHeader = 0x0201_4b50
const headerBytes = 30
const wide = 0xffff_ffff
const wideCount = 0xffff

/**
 * What stands before the bytes of a file that is kept as it is. All times are midnight of 1 January
 * 1980: the same files give the same bytes on every machine.
 */
export function localHeaderOf(entry: ArchiveEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.path)
  const header = Buffer.alloc(headerBytes + name.length)
  header.writeUInt32LE(localHeader, 0)
  header.writeUInt16LE(20, 4)
  describe(header, 6, entry, name.length)
  header.set(name, headerBytes)
  return header
}

/** What stands behind the last file: the list of all, each with its place, and the end. */
export function directoryOf(entries: readonly ArchiveEntry[]): Uint8Array {
  const parts: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.path)
    const far = at >= wide
    const header = Buffer.alloc(46 + name.length + (far ? 12 : 0))
    header.writeUInt32LE(centralHeader, 0)
    header.writeUInt16LE(far ? 45 : 20, 4)
    header.writeUInt16LE(far ? 45 : 20, 6)
    describe(header, 8, entry, name.length)
    header.writeUInt32LE(far ? wide : at, 42)
    header.set(name, 46)
    if (far) {
      header.writeUInt16LE(12, 30)
      header.writeUInt16LE(1, 46 + name.length)
      header.writeUInt16LE(8, 48 + name.length)
      header.writeBigUInt64LE(BigInt(at), 50 + name.length)
    }
    parts.push(header)
    at += headerBytes + name.length + entry.bytes
  }
  const bytes = parts.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([...parts, ...endOf(entries.length, bytes, at)])
}

/** From the flags to the length of the name, which local and central headers have in common. */
function describe(header: Buffer, at: number, entry: ArchiveEntry, nameBytes: number): void {
  header.writeUInt16LE(nameBytes === entry.path.length ? 0 : 0x800, at)
  header.writeUInt16LE(0x21, at + 6)
  header.writeUInt32LE(entry.crc32, at + 8)
  header.writeUInt32LE(entry.bytes, at + 12)
  header.writeUInt32LE(entry.bytes, at + 16)
  header.writeUInt16LE(nameBytes, at + 20)
}

function endOf(count: number, bytes: number, at: number): readonly Buffer[] {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(Math.min(count, wideCount), 8)
  end.writeUInt16LE(Math.min(count, wideCount), 10)
  end.writeUInt32LE(Math.min(bytes, wide), 12)
  end.writeUInt32LE(Math.min(at, wide), 16)
  if (count < wideCount && bytes < wide && at < wide) return [end]
  const far = Buffer.alloc(76)
  far.writeUInt32LE(0x0606_4b50, 0)
  far.writeBigUInt64LE(44n, 4)
  far.writeUInt16LE(45, 12)
  far.writeUInt16LE(45, 14)
  far.writeBigUInt64LE(BigInt(count), 24)
  far.writeBigUInt64LE(BigInt(count), 32)
  far.writeBigUInt64LE(BigInt(bytes), 40)
  far.writeBigUInt64LE(BigInt(at), 48)
  far.writeUInt32LE(0x0706_4b50, 56)
  far.writeBigUInt64LE(BigInt(at + bytes), 64)
  far.writeUInt32LE(1, 72)
  return [far, end]
}

/** A file in an archive, and where. */
export type FoundEntry = {
  readonly path: string
  readonly headerAt: number
  readonly at: number
  readonly bytes: number
}

/**
 * The files of an archive that keeps them as they are, or why it is not one. Compressed ones are
 * refused, so an archive is never larger opened than closed. Only names and places are read here;
 * that all bytes between are as they should be is for the caller to see (`localHeaderOf`,
 * `directoryOf`).
 */
export function readArchive(
  source: ByteSource,
):
  | { readonly entries: readonly FoundEntry[]; readonly directoryAt: number }
  | { readonly because: string } {
  const entries: FoundEntry[] = []
  const seen = new Set<string>()
  let headerAt = 0
  while (signatureAt(source, headerAt) === localHeader) {
    if (headerAt + headerBytes > source.bytes) return { because: 'the archive breaks off' }
    const header = Buffer.from(source.read(headerAt, headerBytes))
    const method = header.readUInt16LE(8)
    const bytes = header.readUInt32LE(18)
    const nameBytes = header.readUInt16LE(26)
    const at = headerAt + headerBytes + nameBytes + header.readUInt16LE(28)
    if (method !== 0 || bytes !== header.readUInt32LE(22)) {
      return {
        because: 'an entry of the archive is compressed; a case bundle keeps files as they are',
      }
    }
    if (at + bytes > source.bytes) return { because: 'the archive breaks off' }
    const path = new TextDecoder().decode(source.read(headerAt + headerBytes, nameBytes))
    if (seen.has(path)) return { because: `"${path}" is in the archive twice` }
    seen.add(path)
    entries.push({ path, headerAt, at, bytes })
    headerAt = at + bytes
  }
  if (entries.length === 0) return { because: 'it is not a zip archive' }
  if (signatureAt(source, headerAt) !== centralHeader) {
    return { because: 'the archive breaks off or is not well formed' }
  }
  return { entries, directoryAt: headerAt }
}

function signatureAt(source: ByteSource, at: number): number | null {
  return at + 4 <= source.bytes ? Buffer.from(source.read(at, 4)).readUInt32LE(0) : null
}
