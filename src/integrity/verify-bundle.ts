import { canonicalJson } from '#foundation'
import { makeArchive, readArchive } from './archive.ts'
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
import { chainStart, linkHash } from './hash-chain.ts'
import { sha256Of } from './sha256.ts'

export type BundleVerification =
  | {
      readonly intact: true
      readonly manifest: BundleManifest
      readonly events: readonly BundledEvent[]
      /** By their SHA-256. */
      readonly artifacts: ReadonlyMap<string, Uint8Array>
    }
  | { readonly intact: false; readonly first: BundleDefect }

/** The first thing found that is not intact: `what` names it (`event 7`), `because` says why. */
export type BundleDefect = { readonly what: string; readonly because: string }

/**
 * Whether a case bundle is intact: every event there, in order, unchanged since it was written;
 * every file that an event names there with the bytes it had; nothing else in it; every
 * certificate right by its own rules. Works offline and on any bytes.
 *
 * `checkCertificate` is asked about each artifact whose kind ends in `-certificate`, with its
 * JSON; it answers null where the certificate holds, else what is wrong with it.
 *
 * A bundle that somebody made anew as a whole, with all its hashes, is intact by itself: compare
 * `manifest.head` with the hash that the organization gave out.
 */
export function verifyBundle(
  bytes: Uint8Array,
  options: {
    readonly checkCertificate?: (kind: string, certificate: unknown) => string | null
  } = {},
): BundleVerification {
  try {
    return verify(bytes, options.checkCertificate ?? (() => null))
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
  bytes: Uint8Array,
  checkCertificate: (kind: string, certificate: unknown) => string | null,
): BundleVerification {
  const archive = readArchive(bytes)
  if ('because' in archive) throw new NotIntact('the archive', archive.because)
  const contents = new Map(archive.entries.map(({ path, content }) => [path, content]))
  const manifest = parseManifest(contents.get(manifestPath))
  const events = parseEvents(contents.get(eventsPath), manifest)
  const artifacts = checkArtifacts(events, contents, checkCertificate)
  checkListing(manifest, contents)
  const names = archive.entries.map(({ path }) => path)
  const expected = [manifestPath, ...manifest.files.map(({ path }) => path)]
  if (names.join('\n') !== expected.join('\n')) {
    throw new NotIntact('the archive', 'its files are not in the order of the manifest')
  }
  if (Buffer.compare(makeArchive(archive.entries), bytes) !== 0) {
    throw new NotIntact('the archive', 'bytes between its files are not as they were written')
  }
  return { intact: true, manifest, events, artifacts }
}

function parseManifest(content: Uint8Array | undefined): BundleManifest {
  if (!content) throw new NotIntact(manifestPath, 'it is missing')
  const manifest = parseCanonical(manifestPath, decode(manifestPath, content))
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

function parseEvents(
  content: Uint8Array | undefined,
  manifest: BundleManifest,
): readonly BundledEvent[] {
  if (!content) throw new NotIntact(eventsPath, 'it is missing')
  const lines = splitLines(content)
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

function checkArtifacts(
  events: readonly BundledEvent[],
  contents: ReadonlyMap<string, Uint8Array>,
  checkCertificate: (kind: string, certificate: unknown) => string | null,
): ReadonlyMap<string, Uint8Array> {
  const artifacts = new Map<string, Uint8Array>()
  const checked = new Set<string>()
  for (const { version, event } of events) {
    for (const { sha256, bytes, kind } of artifactMentionsIn(event)) {
      const what = `${kind} ${sha256.slice(0, 12)} of event ${version}`
      const content = contents.get(`${artifactFolder}${sha256}`)
      if (!content) throw new NotIntact(what, 'its file is missing')
      if (!artifacts.has(sha256)) {
        if (sha256Of(content) !== sha256) {
          throw new NotIntact(what, 'its file is not the one that the event names')
        }
        artifacts.set(sha256, content)
      }
      if (content.length !== bytes) {
        throw new NotIntact(what, `its file has ${content.length} bytes, the event says ${bytes}`)
      }
      if (kind.endsWith('-certificate') && !checked.has(`${kind} ${sha256}`)) {
        checked.add(`${kind} ${sha256}`)
        const wrong = checkCertificate(kind, parseJson(what, decode(what, content)))
        if (wrong !== null) throw new NotIntact(what, wrong)
      }
    }
  }
  for (const path of contents.keys()) {
    const known =
      path === manifestPath ||
      path === eventsPath ||
      (path.startsWith(artifactFolder) && artifacts.has(path.slice(artifactFolder.length)))
    if (!known) throw new NotIntact(path, 'no event names this file')
  }
  return artifacts
}

function checkListing(manifest: BundleManifest, contents: ReadonlyMap<string, Uint8Array>): void {
  for (const { path, sha256, bytes } of manifest.files) {
    const content = contents.get(path)
    if (!content) throw new NotIntact(path, 'the manifest lists it, and it is missing')
    if (content.length !== bytes || sha256Of(content) !== sha256) {
      throw new NotIntact(path, 'it is not what the manifest says')
    }
  }
  if (contents.size !== manifest.files.length + 1) {
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
