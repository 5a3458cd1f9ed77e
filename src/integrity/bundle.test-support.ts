import { crc32 } from 'node:zlib'
import { directoryOf, localHeaderOf, readArchive } from './archive.ts'
import { layBundle } from './bundle.ts'
import type { BundledEvent } from './bundle-format.ts'
import { sourceOfBytes } from './byte-source.ts'
import { examineParts } from './examine-content.ts'

type File = { readonly path: string; readonly content: Uint8Array }

/** A small bundle, whole. */
export function makeBundle(request: {
  readonly caseId: string
  readonly caseNumber: string
  readonly events: readonly BundledEvent[]
  readonly artifacts: ReadonlyMap<string, Uint8Array>
  readonly mustNotContain?: readonly string[]
}): Uint8Array {
  const { artifacts, ...rest } = request
  const examined = new Map([...artifacts].map(([sha256, all]) => [sha256, examineParts([all])]))
  const { pieces } = layBundle({ ...rest, examined })
  return new Uint8Array(
    Buffer.concat(
      pieces.map((piece) =>
        piece instanceof Uint8Array ? piece : (artifacts.get(piece.sha256) ?? new Uint8Array()),
      ),
    ),
  )
}

export function makeArchive(files: readonly File[]): Uint8Array {
  const entries = files.map(({ path, content }) => ({
    path,
    bytes: content.length,
    crc32: crc32(content),
  }))
  const parts = files.flatMap(({ content }, index) => {
    const entry = entries[index]
    return entry ? [localHeaderOf(entry), content] : []
  })
  return new Uint8Array(Buffer.concat([...parts, directoryOf(entries)]))
}

export function filesOf(archive: Uint8Array): readonly File[] {
  const read = readArchive(sourceOfBytes(archive))
  if ('because' in read) throw new Error(read.because)
  return read.entries.map(({ path, at, bytes }) => ({
    path,
    content: archive.subarray(at, at + bytes),
  }))
}
