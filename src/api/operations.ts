import { affirmDetermination } from './affirm-determination.ts'
import { assignReview } from './assign-review.ts'
import { attestReview } from './attest-review.ts'
import { changePassword } from './change-password.ts'
import { completeRecords } from './complete-records.ts'
import { convertPriority } from './convert-priority.ts'
import { createUser } from './create-user.ts'
import { decideIssue } from './decide-issue.ts'
import { exportBundle } from './export-bundle.ts'
import { fileAppeal } from './file-appeal.ts'
import { getAssessments } from './get-assessments.ts'
import { getAssignedReviewer } from './get-assigned-reviewer.ts'
import { getAssignmentNotice } from './get-assignment-notice.ts'
import { getCase } from './get-case.ts'
import { getClockCertificate } from './get-clock-certificate.ts'
import { getClockCertificateLetter } from './get-clock-certificate-letter.ts'
import { getConflictCertificate } from './get-conflict-certificate.ts'
import { getDetermination } from './get-determination.ts'
import { getDeterminationLetter } from './get-determination-letter.ts'
import { getDocumentFile } from './get-document-file.ts'
import { getDraft } from './get-draft.ts'
import { getDraftLetter } from './get-draft-letter.ts'
import { getEligibilityNotice } from './get-eligibility-notice.ts'
import { getFacts } from './get-facts.ts'
import { getLedger } from './get-ledger.ts'
import { getPageImage } from './get-page-image.ts'
import { getPageText } from './get-page-text.ts'
import { getPublicLetter } from './get-public-letter.ts'
import { getPublished } from './get-published.ts'
import { getSession } from './get-session.ts'
import { health } from './health.ts'
import { listAttestationStatements } from './list-attestation-statements.ts'
import { listCaseEvents } from './list-case-events.ts'
import { listCases } from './list-cases.ts'
import { listDocuments } from './list-documents.ts'
import { listMissingRecords } from './list-missing-records.ts'
import { listPublished } from './list-published.ts'
import { listReviewerCandidates } from './list-reviewer-candidates.ts'
import { listUsers } from './list-users.ts'
import { passQuality } from './pass-quality.ts'
import { prepareReview } from './prepare-review.ts'
import { publishDetermination } from './publish-determination.ts'
import { rebuildProjections } from './rebuild-projections.ts'
import { recordImplementation } from './record-implementation.ts'
import { releaseReviewer } from './release-reviewer.ts'
import { remandDetermination } from './remand-determination.ts'
import { returnDraft } from './return-draft.ts'
import { reviewFacts } from './review-facts.ts'
import { selectReviewer } from './select-reviewer.ts'
import { serveDetermination } from './serve-determination.ts'
import { setUserDisabled } from './set-user-disabled.ts'
import { signDetermination } from './sign-determination.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { submitApplication } from './submit-application.ts'
import { submitDraft } from './submit-draft.ts'
import { terminateReview } from './terminate-review.ts'
import { terminateTreatment } from './terminate-treatment.ts'
import { testEligibility } from './test-eligibility.ts'
import { uploadRecord } from './upload-record.ts'
import { writeCaseSummary } from './write-case-summary.ts'

/** All operations there are: server, documentation and clients are made from this list. */
export const operations = {
  signIn,
  signOut,
  getSession,
  changePassword,
  listCases,
  submitApplication,
  getCase,
  listCaseEvents,
  getClockCertificate,
  getClockCertificateLetter,
  testEligibility,
  getEligibilityNotice,
  assignReview,
  getAssignmentNotice,
  uploadRecord,
  listDocuments,
  getDocumentFile,
  getPageText,
  getPageImage,
  completeRecords,
  getLedger,
  listMissingRecords,
  prepareReview,
  listReviewerCandidates,
  getAssignedReviewer,
  selectReviewer,
  releaseReviewer,
  getConflictCertificate,
  listAttestationStatements,
  attestReview,
  getFacts,
  reviewFacts,
  getAssessments,
  writeCaseSummary,
  decideIssue,
  submitDraft,
  getDraft,
  getDraftLetter,
  returnDraft,
  passQuality,
  signDetermination,
  getDetermination,
  getDeterminationLetter,
  serveDetermination,
  publishDetermination,
  recordImplementation,
  fileAppeal,
  affirmDetermination,
  remandDetermination,
  convertPriority,
  terminateTreatment,
  terminateReview,
  exportBundle,
  listPublished,
  getPublished,
  getPublicLetter,
  listUsers,
  createUser,
  setUserDisabled,
  rebuildProjections,
  health,
} as const

export type Operations = typeof operations
export type OperationId = keyof Operations
