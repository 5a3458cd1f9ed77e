import type { ArtifactStore } from '#case'
import { canonicalJson, type InTurns } from '#foundation'
import type { ArtifactKind, ArtifactReference } from '#integrity'
import { takingTurns } from './taking-turns.ts'

/** Stores a value as canonical JSON, so that the same value is the same artifact. */
export function putJson(
  artifacts: ArtifactStore,
  kind: ArtifactKind,
  value: unknown,
): Promise<ArtifactReference> {
  return artifacts.put(new TextEncoder().encode(canonicalJson(value)), kind, 'application/json')
}

/** `putJson` of a list that may be long: other calls are answered while it is written down. */
export async function putList(
  artifacts: ArtifactStore,
  kind: ArtifactKind,
  values: readonly unknown[],
): Promise<ArtifactReference> {
  const items = await takingTurns(writeInTurns(values))
  const content = new TextEncoder().encode(`[${items.join(',')}]`)
  return artifacts.put(content, kind, 'application/json')
}

function* writeInTurns(values: readonly unknown[]): InTurns<readonly string[]> {
  const items: string[] = []
  for (const value of values) {
    items.push(canonicalJson(value ?? null))
    if (items.length % 100 === 0) yield
  }
  return items
}

/**
 * The value of a JSON artifact that the house itself wrote.
 * @throws ArtifactMissingError where the store lost what an event names
 */
export async function getJson<T>(
  artifacts: ArtifactStore,
  reference: Pick<ArtifactReference, 'sha256'>,
): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await getBytes(artifacts, reference))) as T
}

/** The bytes of an artifact. @throws ArtifactMissingError */
export async function getBytes(
  artifacts: ArtifactStore,
  reference: Pick<ArtifactReference, 'sha256'>,
): Promise<Uint8Array> {
  const bytes = await artifacts.get(reference.sha256)
  if (bytes === null) throw new ArtifactMissingError(reference.sha256)
  return bytes
}

/** Lends an artifact as a file of this machine to the work. @throws ArtifactMissingError */
export async function withFile<T>(
  deps: { readonly artifacts: ArtifactStore },
  { sha256 }: Pick<ArtifactReference, 'sha256'>,
  work: (file: { readonly path: string; readonly bytes: number }) => Promise<T>,
): Promise<T> {
  const opened = await deps.artifacts.openFile(sha256)
  if (!opened) throw new ArtifactMissingError(sha256)
  try {
    // A file travels to other processes; how it is released stays here.
    return await work({ path: opened.path, bytes: opened.bytes })
  } finally {
    await opened.release()
  }
}

/** The store does not hold what an event names. */
export class ArtifactMissingError extends Error {
  constructor(sha256: string) {
    super(`the artifact ${sha256} is not in the store`)
    this.name = 'ArtifactMissingError'
  }
}
