import { canonicalJson } from '#foundation'
import { type ArchiveEntry, directoryOf, entryBytesAtMost, localHeaderOf } from './archive.ts'
import {
  artifactFolder,
  artifactReferencesOf,
  type BundledEvent,
  type BundleManifest,
  bundleFormat,
  bundleVersion,
  eventsPath,
  manifestPath,
} from './bundle-format.ts'
import { type ExaminedContent, examineParts } from './examine-content.ts'
import { chainStart } from './hash-chain.ts'

/** A bundle could not be made of what was given: a fault of the caller. Carries no personal data. */
export class BundleError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BundleError'
  }
}

/** Bytes of a bundle, or the artifact whose bytes stand there. */
export type BundlePiece = Uint8Array | { readonly sha256: string }

/**
 * The case bundle of a case (see `bundle-format.ts`) piece by piece, and its length: the same case
 * gives the same bytes, and no artifact need be held to write it. `examined` says, by hash, what
 * was found of at least every file that an event names; others are left out.
 *
 * `mustNotContain` are texts that may not leave the organization, above all the names of its
 * reviewers (Labor Code 4610.6(f)): they are looked for, without regard to case, in the events here,
 * and in the artifacts that are text (`isText`) where they are examined. Text inside PDFs is
 * compressed and is not seen.
 *
 * Faults (`BundleError`): no events, an artifact missing or not what its hash says, a forbidden
 * text found, a file larger than an archive can hold (`fitsBundle`).
 */
export function layBundle(request: {
  readonly caseId: string
  readonly caseNumber: string
  readonly events: readonly BundledEvent[]
  readonly examined: ReadonlyMap<string, ExaminedContent>
  readonly mustNotContain?: readonly string[]
}): { readonly bytes: number; readonly pieces: readonly BundlePiece[] } {
  const { caseId, caseNumber, events } = request
  if (events.length === 0) throw new BundleError('a case without events cannot be bundled')
  const eventLines = encode(events.map((event) => `${canonicalJson(event)}\n`).join(''))
  const references = artifactReferencesOf(events).toSorted((first, second) =>
    first.sha256 < second.sha256 ? -1 : 1,
  )
  const files = [
    ...references.map(({ sha256 }) => {
      const found = request.examined.get(sha256)
      if (!found) throw new BundleError(`artifact ${sha256} is missing`)
      if (found.sha256 !== sha256) {
        throw new BundleError(`artifact ${sha256} is not what its hash says`)
      }
      return { path: `${artifactFolder}${sha256}`, ...found, piece: { sha256 } }
    }),
    fileOf(eventsPath, eventLines, request.mustNotContain),
  ]
  for (const { path, bytes, holdsForbidden } of files) {
    if (holdsForbidden) {
      throw new BundleError(`${path} holds a text that must not leave the organization`)
    }
    if (!fitsBundle({ bytes })) throw new BundleError(`${path} is larger than a bundle can hold`)
  }
  const manifest: BundleManifest = {
    format: bundleFormat,
    version: bundleVersion,
    caseId,
    caseNumber,
    events: events.length,
    head: events.at(-1)?.hash ?? chainStart,
    files: files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
  }
  const all: readonly (ArchiveEntry & { readonly piece: BundlePiece })[] = [
    fileOf(manifestPath, encode(`${canonicalJson(manifest)}\n`)),
    ...files,
  ]
  const headers = all.map(localHeaderOf)
  const directory = directoryOf(all)
  return {
    bytes: all.reduce(
      (sum, { bytes }, index) => sum + bytes + (headers[index]?.length ?? 0),
      directory.length,
    ),
    pieces: [
      ...all.flatMap(({ piece }, index) => [headers[index] ?? new Uint8Array(), piece]),
      directory,
    ],
  }
}

/** Whether a bundle can hold a file of this length. */
export function fitsBundle({ bytes }: { readonly bytes: number }): boolean {
  return bytes <= entryBytesAtMost
}

/** Whether an artifact's bytes are text, in which names can be found. */
export function isText({ mediaType }: { readonly mediaType: string }): boolean {
  return /^text\/|json/.test(mediaType)
}

function fileOf(path: string, content: Uint8Array, forbidden: readonly string[] = []) {
  return { path, ...examineParts([content], forbidden), piece: content }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
