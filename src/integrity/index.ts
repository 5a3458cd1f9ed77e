export type { ArtifactKind, ArtifactReference } from './artifact.ts'
export { type ChainLink, chainStart, linkHash } from './hash-chain.ts'
export { sha256Of, sha256OfJson } from './sha256.ts'
