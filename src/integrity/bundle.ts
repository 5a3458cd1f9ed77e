import { canonicalJson } from '#foundation'
import { type ArchiveEntry, makeArchive } from './archive.ts'
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
import { chainStart } from './hash-chain.ts'
import { sha256Of } from './sha256.ts'

/** A bundle could not be made of what was given: a fault of the caller. Carries no personal data. */
export class BundleError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BundleError'
  }
}

/**
 * The case bundle of a case (see `bundle-format.ts`): the same case gives the same bytes.
 * `artifacts` holds, by hash, at least every file that an event names; others are left out.
 *
 * `mustNotContain` are texts that may not leave the organization, above all the names of its
 * reviewers (Labor Code 4610.6(f)): they are looked for, without regard to case, in the events and
 * in the artifacts that are text. Text inside PDFs is compressed and is not seen here.
 *
 * Faults (`BundleError`): no events, an artifact missing or not what its hash says, a forbidden
 * text found, more than an archive can hold (4 GiB, 65,000 files).
 */
export function makeBundle(request: {
  readonly caseId: string
  readonly caseNumber: string
  readonly events: readonly BundledEvent[]
  readonly artifacts: ReadonlyMap<string, Uint8Array>
  readonly mustNotContain?: readonly string[]
}): Uint8Array {
  const { caseId, caseNumber, events } = request
  if (events.length === 0) throw new BundleError('a case without events cannot be bundled')
  const eventLines = encode(events.map((event) => `${canonicalJson(event)}\n`).join(''))
  const references = artifactReferencesOf(events).toSorted((first, second) =>
    first.sha256 < second.sha256 ? -1 : 1,
  )
  const files: readonly ArchiveEntry[] = [
    ...references.map(({ sha256 }) => {
      const content = request.artifacts.get(sha256)
      if (!content) throw new BundleError(`artifact ${sha256} is missing`)
      if (sha256Of(content) !== sha256) {
        throw new BundleError(`artifact ${sha256} is not what its hash says`)
      }
      return { path: `${artifactFolder}${sha256}`, content }
    }),
    { path: eventsPath, content: eventLines },
  ]
  const textual = new Set(
    references
      .filter(({ mediaType }) => /^text\/|json/.test(mediaType))
      .map(({ sha256 }) => `${artifactFolder}${sha256}`),
  )
  for (const { path, content } of files) {
    if (path !== eventsPath && !textual.has(path)) continue
    if (contains(content, request.mustNotContain ?? [])) {
      throw new BundleError(`${path} holds a text that must not leave the organization`)
    }
  }
  const manifest: BundleManifest = {
    format: bundleFormat,
    version: bundleVersion,
    caseId,
    caseNumber,
    events: events.length,
    head: events.at(-1)?.hash ?? chainStart,
    files: files.map(({ path, content }) => ({
      path,
      sha256: sha256Of(content),
      bytes: content.length,
    })),
  }
  const size = files.reduce((sum, { content }) => sum + content.length, 0)
  if (size > 4_000_000_000 || files.length > 65_000) {
    throw new BundleError('the case is larger than one bundle can hold')
  }
  return makeArchive([
    { path: manifestPath, content: encode(`${canonicalJson(manifest)}\n`) },
    ...files,
  ])
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function contains(content: Uint8Array, forbidden: readonly string[]): boolean {
  if (forbidden.length === 0) return false
  const text = new TextDecoder().decode(content).toLowerCase()
  return forbidden.some((phrase) => phrase !== '' && text.includes(phrase.toLowerCase()))
}
