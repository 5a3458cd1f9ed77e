import { readSync } from 'node:fs'

const watched = [
  ['/JavaScript', 'contains JavaScript; it is never run'],
  ['/JS', 'contains JavaScript; it is never run'],
  ['/Launch', 'asks to start a program; it is never started'],
  ['/EmbeddedFile', 'carries embedded files; they are not read'],
  ['/RichMedia', 'carries rich media; it is never played'],
] as const

/**
 * What the bare bytes of a PDF say about active content, as remarks for a person. Names may hide
 * behind `#4A` escapes, which are read; names inside compressed objects are found by the engine.
 */
export function findActiveContent(content: Uint8Array): string[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const escaped = bytes.includes('#')
  const found = new Set<string>()
  for (const [name, remark] of watched) {
    if (hasName(bytes, name)) found.add(remark)
  }
  if (escaped) {
    for (const name of escapedNames(bytes)) {
      const match = watched.find(([plain]) => plain === name)
      if (match) found.add(match[1])
    }
  }
  return [...found]
}

/** The first bytes of an open file. */
export function readStart(descriptor: number, bytes: number): Uint8Array {
  const start = new Uint8Array(bytes)
  return start.subarray(0, readSync(descriptor, start, 0, bytes, 0))
}

const pieceBytes = 4_194_304
/** A name at the seam of two pieces is seen in the second. */
const seamBytes = 64

/** The same of a file on disk, looked through piece by piece. */
export function findActiveContentOfFile(descriptor: number, bytes: number): string[] {
  const piece = new Uint8Array(pieceBytes)
  const found = new Set<string>()
  for (let at = 0; at < bytes; at += pieceBytes - seamBytes) {
    const read = readSync(descriptor, piece, 0, pieceBytes, at)
    if (read === 0) break
    for (const remark of findActiveContent(piece.subarray(0, read))) found.add(remark)
  }
  return [...found]
}

/** Whether the name stands there as a whole name, not as the start of a longer one. */
function hasName(bytes: Buffer, name: string): boolean {
  let at = bytes.indexOf(name, 0, 'latin1')
  while (at >= 0) {
    const after = bytes[at + name.length]
    if (after === undefined || !isNameCharacter(after)) return true
    if (name === '/EmbeddedFile' && bytes[at + name.length] === 0x73) return true
    at = bytes.indexOf(name, at + 1, 'latin1')
  }
  return false
}

const isNameCharacter = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)

/** Names written with at least one `#xx`, at most 24 bytes long, unescaped. */
function escapedNames(bytes: Buffer): Set<string> {
  const names = new Set<string>()
  for (let at = bytes.indexOf(0x23); at >= 0; at = bytes.indexOf(0x23, at + 1)) {
    const start = bytes.lastIndexOf(0x2f, at)
    if (start < 0 || at - start > 40) continue
    const written = bytes.toString('latin1', start, Math.min(start + 48, bytes.length))
    const name = /^\/[A-Za-z0-9#]+/.exec(written)?.[0]
    if (!name) continue
    names.add(
      name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    )
  }
  return names
}
