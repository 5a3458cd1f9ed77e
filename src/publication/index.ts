export {
  type Deidentified,
  deidentify,
  makeDeidentifier,
  type Residue,
  type StruckSpan,
} from './deidentify.ts'
export type { DeidentificationProfile } from './identifier-pattern.ts'
export { type IdentifierKind, identifiersOf, type KnownIdentifier } from './known-identifier.ts'
export { publicationRefusals } from './refusals.ts'
export {
  type PublicationProposal,
  type PublicationRequest,
  proposePublication,
  releaseForPublication,
  type StruckPassage,
} from './release-for-publication.ts'
