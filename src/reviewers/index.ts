export {
  type AttestationStatement,
  attest,
  attestationStatements,
  recallAttestation,
} from './attest.ts'
export {
  type ClearedTie,
  type ConflictCertificate,
  certifyNoConflict,
  verifyConflictCertificate,
} from './conflict-certificate.ts'
export { type ConflictParty, type ConflictRole, checkConflicts } from './conflicts.ts'
export { credentialsOf } from './credentials.ts'
export {
  type ExcludedReviewer,
  type FilterId,
  type FilterResult,
  matchReviewers,
  type RankedReviewer,
  type ReviewerMatch,
} from './match.ts'
export { parseReviewer } from './parse-reviewer.ts'
export { reviewersRefusals } from './refusals.ts'
export type { AttestedReviewer, ConflictCheck, Disclosure, Reviewer } from './reviewer.ts'
