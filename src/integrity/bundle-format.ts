import type { ArtifactReference } from './artifact.ts'

/**
 * A case bundle: the whole case in one zip archive, to be checked by anyone, offline.
 *
 * - `manifest.json`: what is in it (canonical JSON);
 * - `events.jsonl`: one event a line, in order, canonical JSON;
 * - `artifacts/<sha256>`: each file that an event names, once.
 *
 * Nothing is compressed: the same content then gives the same bytes for ever, whatever library
 * wrote the archive, and no archive can grow when it is opened. Names are in code point order,
 * the manifest first; all times are 1 January 1980.
 */
export type BundleManifest = {
  readonly format: typeof bundleFormat
  readonly version: typeof bundleVersion
  readonly caseId: string
  readonly caseNumber: string
  /** How many there are, and the hash of the last: events cut off at the end are seen by them. */
  readonly events: number
  readonly head: string
  readonly files: readonly {
    readonly path: string
    readonly sha256: string
    readonly bytes: number
  }[]
}

export const bundleFormat = 'openimr-case-bundle'
export const bundleVersion = 1
export const manifestPath = 'manifest.json'
export const eventsPath = 'events.jsonl'
export const artifactFolder = 'artifacts/'

/** An event as it lies in the ledger; what it says is not this room's business. */
export type BundledEvent = {
  readonly caseId: string
  readonly version: number
  readonly at: string
  readonly by: unknown
  readonly event: unknown
  readonly previousHash: string
  readonly hash: string
}

/**
 * Every artifact that the events name, once each, in order of first mention. A reference is any
 * object in an event with `sha256`, `bytes`, `mediaType` and `kind`.
 */
export function artifactReferencesOf(
  events: readonly { readonly event: unknown }[],
): readonly ArtifactReference[] {
  const found = new Map<string, ArtifactReference>()
  for (const { event } of events) collect(event, found)
  return [...found.values()]
}

/** Every mention, also of an artifact mentioned before: two mentions may disagree. */
export function artifactMentionsIn(value: unknown): readonly ArtifactReference[] {
  if (typeof value !== 'object' || value === null) return []
  if (isReference(value)) return [value]
  return Object.values(value).flatMap(artifactMentionsIn)
}

function collect(value: unknown, found: Map<string, ArtifactReference>): void {
  for (const reference of artifactMentionsIn(value)) {
    if (!found.has(reference.sha256)) found.set(reference.sha256, reference)
  }
}

function isReference(value: object): value is ArtifactReference {
  return (
    'sha256' in value &&
    typeof value.sha256 === 'string' &&
    'bytes' in value &&
    typeof value.bytes === 'number' &&
    'mediaType' in value &&
    typeof value.mediaType === 'string' &&
    'kind' in value &&
    typeof value.kind === 'string'
  )
}
