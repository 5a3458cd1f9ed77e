import type { ArtifactReference } from '#integrity'
import type { Deps } from '#proceedings'

/** The bytes of an artifact that an event names. @throws ArtifactLostError */
export async function artifactBytes(
  deps: Pick<Deps, 'artifacts'>,
  reference: Pick<ArtifactReference, 'sha256'>,
): Promise<Uint8Array> {
  const bytes = await deps.artifacts.get(reference.sha256)
  if (bytes === null) throw new ArtifactLostError(reference.sha256)
  return bytes
}

/** The value of a JSON artifact that the house itself wrote; answers go through their schema. */
export async function artifactJson<T>(
  deps: Pick<Deps, 'artifacts'>,
  reference: Pick<ArtifactReference, 'sha256'>,
): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await artifactBytes(deps, reference))) as T
}

/** The store does not hold what an event names. */
class ArtifactLostError extends Error {
  constructor(sha256: string) {
    super(`the artifact ${sha256} is not in the store`)
    this.name = 'ArtifactLostError'
  }
}
