import { zipSync } from 'fflate'

/** A name in the archive with its bytes. */
export type ArchiveEntry = { readonly path: string; readonly content: Uint8Array }

/**
 * A zip archive that keeps the entries as they are, in the given order. The same entries give the
 * same bytes on every machine.
 */
export function makeArchive(entries: readonly ArchiveEntry[]): Uint8Array {
  // fflate writes local time, as zip has it: a date made of local parts is the same everywhere.
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries(entries.map(({ path, content }) => [path, content])), {
    level: 0,
    mtime,
  })
}

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const headerBytes = 30

/**
 * The entries of an archive made by `makeArchive`, or why it is not one. Compressed entries are
 * refused, so an archive is never larger opened than closed. Only the entries are read here;
 * that all other bytes are as they should be is for the caller to see by making it again.
 */
export function readArchive(
  bytes: Uint8Array,
): { readonly entries: readonly ArchiveEntry[] } | { readonly because: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: ArchiveEntry[] = []
  const seen = new Set<string>()
  let at = 0
  while (at + 4 <= bytes.length && view.getUint32(at, true) === localHeader) {
    if (at + headerBytes > bytes.length) return { because: 'the archive breaks off' }
    const method = view.getUint16(at + 8, true)
    const size = view.getUint32(at + 18, true)
    const sizeOpened = view.getUint32(at + 22, true)
    const nameEnd = at + headerBytes + view.getUint16(at + 26, true)
    const start = nameEnd + view.getUint16(at + 28, true)
    if (method !== 0 || size !== sizeOpened) {
      return {
        because: 'an entry of the archive is compressed; a case bundle keeps files as they are',
      }
    }
    if (start + size > bytes.length) return { because: 'the archive breaks off' }
    const path = new TextDecoder().decode(bytes.subarray(at + headerBytes, nameEnd))
    if (seen.has(path)) return { because: `"${path}" is in the archive twice` }
    seen.add(path)
    entries.push({ path, content: bytes.subarray(start, start + size) })
    at = start + size
  }
  if (entries.length === 0) return { because: 'it is not a zip archive' }
  if (at + 4 > bytes.length || view.getUint32(at, true) !== centralHeader) {
    return { because: 'the archive breaks off or is not well formed' }
  }
  return { entries }
}
