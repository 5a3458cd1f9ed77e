export type { ArtifactKind, ArtifactReference } from './artifact.ts'
export { BundleError, fitsBundle, isText, layBundle } from './bundle.ts'
export { artifactReferencesOf, type BundledEvent, type BundleManifest } from './bundle-format.ts'
export type { ByteSource } from './byte-source.ts'
export { beginExamination, type ExaminedContent } from './examine-content.ts'
export { type ChainLink, chainStart, linkHash, linkHashOfText } from './hash-chain.ts'
export { sha256Of, sha256OfJson } from './sha256.ts'
export {
  type BundleDefect,
  type BundledFiles,
  type BundleVerification,
  verifyBundle,
} from './verify-bundle.ts'
