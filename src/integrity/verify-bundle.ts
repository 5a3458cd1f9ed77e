import { canonicalJson } from '#foundation'
import { directoryOf, type FoundEntry, localHeaderOf, readArchive } from './archive.ts'
import {
  artifactFolder,
  artifactMentionsIn,
  type BundledEvent,
  type BundleManifest,
  bundleFormat,
  bundleVersion,
  eventsPath,
  manifestPath,
} from './bundle-format.ts'
import { type ByteSource, partsOf, sourceOfBytes } from './byte-source.ts'
import { type ExaminedContent, examineParts } from './examine-content.ts'
import { chainStart, linkHash } from './hash-chain.ts'

export type BundleVerification =
  | {
      readonly intact: true
      readonly manifest: BundleManifest
      readonly events: readonly BundledEvent[]
      /** By their SHA-256. */
      readonly artifacts: BundledFiles
    }
  | { readonly intact: false; readonly first: BundleDefect }

/** Files of a bundle; their bytes are read when they are asked for. */
export type BundledFiles = {
  readonly size: number
  keys(): Iterable<string>
  /** Undefined also for a file that is too large to be held (256 MiB). */
  get(sha256: string): Uint8Array | undefined
}

/** The first thing found that is not intact: `what` names it (`event 7`), `because` says why. */
export type BundleDefect = { readonly what: string; readonly because: string }

/**
 * Whether a case bundle is intact: every event there, in order, unchanged since it was written;
 * every file that an event names there with the bytes it had; nothing else in it; every
 * certificate right by its own rules. Works offline and on any bytes; of a bundle on the disk only
 * the events and one certificate at a time are held.
 *
 * `checkCertificate` is asked about each artifact whose kind ends in `-certificate`, with its
 * JSON; it answers null where the certificate holds, else what is wrong with it.
 *
 * A bundle that somebody made anew as a whole, with all its hashes, is intact by itself: compare
 * `manifest.head` with the hash that the organization gave out.
 */
export function verifyBundle(
  bundle: Uint8Array | ByteSource,
  options: {
    readonly checkCertificate?: (kind: string, certificate: unknown) => string | null
  } = {},
): BundleVerification {
  try {
    const source = bundle instanceof Uint8Array ? sourceOfBytes(bundle) : bundle
    return verify(source, options.checkCertificate ?? (() => null))
  } catch (thrown) {
    if (thrown instanceof NotIntact) return { intact: false, first: thrown.defect }
    throw thrown
  }
}

/** Carries the first defect out of the depth of the check; never leaves this file. */
class NotIntact extends Error {
  readonly defect: BundleDefect
  constructor(what: string, because: string) {
    super(what)
    this.defect = { what, because }
  }
}

function verify(
  source: ByteSource,
  checkCertificate: (kind: string, certificate: unknown) => string | null,
): BundleVerification {
  const archive = readArchive(source)
  if ('because' in archive) throw new NotIntact('the archive', archive.because)
  const contents = contentsOf(source, archive.entries)
  const manifest = parseManifest(contents)
  const events = parseEvents(contents, manifest)
  const artifacts = checkArtifacts(events, contents, checkCertificate)
  checkListing(manifest, contents)
  const names = archive.entries.map(({ path }) => path)
  const expected = [manifestPath, ...manifest.files.map(({ path }) => path)]
  if (names.join('\n') !== expected.join('\n')) {
    throw new NotIntact('the archive', 'its files are not in the order of the manifest')
  }
  if (!isWrittenAsOurs(source, archive, contents)) {
    throw new NotIntact('the archive', 'bytes between its files are not as they were written')
  }
  return {
    intact: true,
    manifest,
    events,
    artifacts: {
      size: artifacts.size,
      keys: () => artifacts.values(),
      get: (sha256) => (artifacts.has(sha256) ? contents.whole(pathOf(sha256)) : undefined),
    },
  }
}

/** Files of the archive by their path. */
type Contents = {
  readonly paths: readonly string[]
  /** What a file is, read part by part, once. */
  examined(path: string): ExaminedContent | undefined
  /** Undefined also where it is larger than may be held. */
  whole(path: string): Uint8Array | undefined
}

const heldAtMost = 268_435_456

function contentsOf(source: ByteSource, entries: readonly FoundEntry[]): Contents {
  const places = new Map(entries.map((entry) => [entry.path, entry]))
  const known = new Map<string, ExaminedContent>()
  return {
    paths: [...places.keys()],
    examined(path) {
      const place = places.get(path)
      if (!place) return undefined
      const found = known.get(path) ?? examineParts(partsOf(source, place.at, place.bytes))
      known.set(path, found)
      return found
    },
    whole(path) {
      const place = places.get(path)
      if (!place || place.bytes > heldAtMost) return undefined
      return source.read(place.at, place.bytes)
    },
  }
}

/** Whether everything in the archive that is not a file's own bytes is as `layBundle` writes it. */
function isWrittenAsOurs(
  source: ByteSource,
  archive: { readonly entries: readonly FoundEntry[]; readonly directoryAt: number },
  contents: Contents,
): boolean {
  const entries = archive.entries.map(({ path, bytes }) => ({
    path,
    bytes,
    crc32: contents.examined(path)?.crc32 ?? 0,
  }))
  const holds = (at: number, expected: Uint8Array): boolean =>
    at + expected.length <= source.bytes &&
    Buffer.compare(source.read(at, expected.length), expected) === 0
  const directory = directoryOf(entries)
  return (
    archive.directoryAt + directory.length === source.bytes &&
    holds(archive.directoryAt, directory) &&
    archive.entries.every(({ headerAt, at }, index) => {
      const entry = entries[index]
      const header = entry ? localHeaderOf(entry) : new Uint8Array()
      return headerAt + header.length === at && holds(headerAt, header)
    })
  )
}

function pathOf(sha256: string): string {
  return `${artifactFolder}${sha256}`
}

/** A file that must be held as a whole to be checked. */
function wholeOf(contents: Contents, path: string): Uint8Array {
  if (!contents.paths.includes(path)) throw new NotIntact(path, 'it is missing')
  const content = contents.whole(path)
  if (!content) throw new NotIntact(path, 'it is larger than any that is written')
  return content
}

function parseManifest(contents: Contents): BundleManifest {
  const text = decode(manifestPath, wholeOf(contents, manifestPath))
  const manifest = parseCanonical(manifestPath, text)
  if (!isManifest(manifest)) {
    throw new NotIntact(manifestPath, 'it is not the manifest of a case bundle of version 1')
  }
  return manifest
}

function isManifest(value: unknown): value is BundleManifest {
  if (typeof value !== 'object' || value === null) return false
  const manifest = value as Partial<Record<keyof BundleManifest, unknown>>
  return (
    manifest.format === bundleFormat &&
    manifest.version === bundleVersion &&
    typeof manifest.caseId === 'string' &&
    typeof manifest.caseNumber === 'string' &&
    typeof manifest.events === 'number' &&
    typeof manifest.head === 'string' &&
    Array.isArray(manifest.files) &&
    manifest.files.every(
      (file: unknown) =>
        typeof file === 'object' &&
        file !== null &&
        'path' in file &&
        typeof file.path === 'string' &&
        'sha256' in file &&
        typeof file.sha256 === 'string' &&
        'bytes' in file &&
        typeof file.bytes === 'number',
    )
  )
}

function parseEvents(contents: Contents, manifest: BundleManifest): readonly BundledEvent[] {
  const lines = splitLines(wholeOf(contents, eventsPath))
  const events: BundledEvent[] = []
  let previous = chainStart
  for (const [index, line] of lines.entries()) {
    const version = index + 1
    const what = `event ${version}`
    const recorded = parseCanonical(what, decode(what, line))
    if (!isEvent(recorded)) throw new NotIntact(what, 'it is not an event of a case')
    const { hash, previousHash, ...written } = recorded
    if (recorded.version !== version) {
      throw new NotIntact(what, `event ${recorded.version} stands in its place`)
    }
    if (recorded.caseId !== manifest.caseId) {
      throw new NotIntact(what, 'it belongs to another case')
    }
    if (previousHash !== previous) {
      throw new NotIntact(what, 'it does not follow the event before it')
    }
    if (linkHash(previous, written) !== hash)
      throw new NotIntact(what, 'it is not what was written')
    previous = hash
    events.push(recorded)
  }
  if (events.length !== manifest.events) {
    throw new NotIntact(
      `event ${Math.min(events.length, manifest.events) + 1}`,
      `the manifest counts ${manifest.events} events, there are ${events.length}`,
    )
  }
  if (previous !== manifest.head) {
    throw new NotIntact(manifestPath, 'the last event is not the one that it names')
  }
  return events
}

const eventKeys = 'at,by,caseId,event,hash,previousHash,version'

function isEvent(value: unknown): value is BundledEvent {
  if (typeof value !== 'object' || value === null) return false
  if (Object.keys(value).toSorted().join(',') !== eventKeys) return false
  return (
    'caseId' in value &&
    typeof value.caseId === 'string' &&
    'version' in value &&
    typeof value.version === 'number' &&
    'at' in value &&
    typeof value.at === 'string' &&
    'previousHash' in value &&
    typeof value.previousHash === 'string' &&
    'hash' in value &&
    typeof value.hash === 'string'
  )
}

/** The hashes of the artifacts. */
function checkArtifacts(
  events: readonly BundledEvent[],
  contents: Contents,
  checkCertificate: (kind: string, certificate: unknown) => string | null,
): ReadonlySet<string> {
  const artifacts = new Set<string>()
  const checked = new Set<string>()
  for (const { version, event } of events) {
    for (const { sha256, bytes, kind } of artifactMentionsIn(event)) {
      const what = `${kind} ${sha256.slice(0, 12)} of event ${version}`
      const found = contents.examined(pathOf(sha256))
      if (!found) throw new NotIntact(what, 'its file is missing')
      if (found.sha256 !== sha256) {
        throw new NotIntact(what, 'its file is not the one that the event names')
      }
      artifacts.add(sha256)
      if (found.bytes !== bytes) {
        throw new NotIntact(what, `its file has ${found.bytes} bytes, the event says ${bytes}`)
      }
      if (kind.endsWith('-certificate') && !checked.has(`${kind} ${sha256}`)) {
        checked.add(`${kind} ${sha256}`)
        const certificate = decode(what, wholeOf(contents, pathOf(sha256)))
        const wrong = checkCertificate(kind, parseJson(what, certificate))
        if (wrong !== null) throw new NotIntact(what, wrong)
      }
    }
  }
  for (const path of contents.paths) {
    const known =
      path === manifestPath ||
      path === eventsPath ||
      (path.startsWith(artifactFolder) && artifacts.has(path.slice(artifactFolder.length)))
    if (!known) throw new NotIntact(path, 'no event names this file')
  }
  return artifacts
}

function checkListing(manifest: BundleManifest, contents: Contents): void {
  for (const { path, sha256, bytes } of manifest.files) {
    const found = contents.examined(path)
    if (!found) throw new NotIntact(path, 'the manifest lists it, and it is missing')
    if (found.bytes !== bytes || found.sha256 !== sha256) {
      throw new NotIntact(path, 'it is not what the manifest says')
    }
  }
  if (contents.paths.length !== manifest.files.length + 1) {
    throw new NotIntact(manifestPath, 'it does not list every file, each once')
  }
}

/** Lines of a file in which every line ends; an unfinished line is kept, to be named as not intact. */
function splitLines(content: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = content.indexOf(10); end !== -1; end = content.indexOf(10, start)) {
    lines.push(content.subarray(start, end))
    start = end + 1
  }
  if (start < content.length) lines.push(content.subarray(start))
  return lines
}

function decode(what: string, content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    throw new NotIntact(what, 'it is not text')
  }
}

function parseCanonical(what: string, text: string): unknown {
  const value = parseJson(what, text)
  let written: string
  try {
    written = canonicalJson(value)
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new NotIntact(what, 'it is nested too deeply')
    throw thrown
  }
  if (written !== text.replace(/\n$/, '')) throw new NotIntact(what, 'it is not written as it was')
  return value
}

function parseJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NotIntact(what, 'it is not JSON')
  }
}
