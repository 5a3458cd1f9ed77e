import { abandonUpload } from './abandon-upload.ts'
import { affirmDetermination } from './affirm-determination.ts'
import { amendApplication } from './amend-application.ts'
import { answerInformation } from './answer-information.ts'
import { assignReview } from './assign-review.ts'
import { attestReview } from './attest-review.ts'
import { beginUpload } from './begin-upload.ts'
import { changePassword } from './change-password.ts'
import { changeView } from './change-view.ts'
import { checkUtilizationReview } from './check-utilization-review.ts'
import { completeRecords } from './complete-records.ts'
import { consolidateCases } from './consolidate-cases.ts'
import { continueUpload } from './continue-upload.ts'
import { convertPriority } from './convert-priority.ts'
import { correctDocuments } from './correct-documents.ts'
import { countCases } from './count-cases.ts'
import { createUser } from './create-user.ts'
import { decideIssue } from './decide-issue.ts'
import { deleteView } from './delete-view.ts'
import { dismissMissingRecord } from './dismiss-missing-record.ts'
import { exportBundle } from './export-bundle.ts'
import { extendDecision } from './extend-decision.ts'
import { fileAppeal } from './file-appeal.ts'
import { finishUpload } from './finish-upload.ts'
import { getApplicationForm } from './get-application-form.ts'
import { getAssessments } from './get-assessments.ts'
import { getAssignedReviewer } from './get-assigned-reviewer.ts'
import { getAssignmentNotice } from './get-assignment-notice.ts'
import { getCase } from './get-case.ts'
import { getCaseDuties } from './get-case-duties.ts'
import { getClockCertificate } from './get-clock-certificate.ts'
import { getClockCertificateLetter } from './get-clock-certificate-letter.ts'
import { getConflictCertificate } from './get-conflict-certificate.ts'
import { getCorrespondencePaper } from './get-correspondence-paper.ts'
import { getDetermination } from './get-determination.ts'
import { getDeterminationLetter } from './get-determination-letter.ts'
import { getDocumentFile } from './get-document-file.ts'
import { getDraft } from './get-draft.ts'
import { getDraftLetter } from './get-draft-letter.ts'
import { getEligibilityNotice } from './get-eligibility-notice.ts'
import { getFacts } from './get-facts.ts'
import { getFigures } from './get-figures.ts'
import { getLedger } from './get-ledger.ts'
import { getLedgerTable } from './get-ledger-table.ts'
import { getMoney } from './get-money.ts'
import { getPageImage } from './get-page-image.ts'
import { getPageText } from './get-page-text.ts'
import { getPublicLetter } from './get-public-letter.ts'
import { getPublished } from './get-published.ts'
import { getReceiptLetter } from './get-receipt-letter.ts'
import { getSession } from './get-session.ts'
import { getUpload } from './get-upload.ts'
import { health } from './health.ts'
import { invoiceFee } from './invoice-fee.ts'
import { listAttestationStatements } from './list-attestation-statements.ts'
import { listCaseEvents } from './list-case-events.ts'
import { listCases } from './list-cases.ts'
import { listCorrespondence } from './list-correspondence.ts'
import { listDocuments } from './list-documents.ts'
import { listDueDays } from './list-due-days.ts'
import { listLateRecords } from './list-late-records.ts'
import { listMissingRecords } from './list-missing-records.ts'
import { listNoticeTemplates } from './list-notice-templates.ts'
import { listOwedRecords } from './list-owed-records.ts'
import { listPublished } from './list-published.ts'
import { listReceipts } from './list-receipts.ts'
import { listReviewerCandidates } from './list-reviewer-candidates.ts'
import { listSavedViews } from './list-saved-views.ts'
import { listUsers } from './list-users.ts'
import { noteCopyToParties } from './note-copy-to-parties.ts'
import { notePenaltyFinding } from './note-penalty-finding.ts'
import { passQuality } from './pass-quality.ts'
import { placeCase } from './place-case.ts'
import { prepareReview } from './prepare-review.ts'
import { previewNotice } from './preview-notice.ts'
import { publishDetermination } from './publish-determination.ts'
import { readApplicationForm } from './read-application-form.ts'
import { readDecisionLetter } from './read-decision-letter.ts'
import { rebuildProjections } from './rebuild-projections.ts'
import { receiveEligibilityFinding } from './receive-eligibility-finding.ts'
import { receiveLateRecord } from './receive-late-record.ts'
import { recordFeePayment } from './record-fee-payment.ts'
import { recordImplementation } from './record-implementation.ts'
import { releaseReviewer } from './release-reviewer.ts'
import { remandDetermination } from './remand-determination.ts'
import { reopenReview } from './reopen-review.ts'
import { requestInformation } from './request-information.ts'
import { requestMissingRecords } from './request-missing-records.ts'
import { requestRecords } from './request-records.ts'
import { resolveLiability } from './resolve-liability.ts'
import { retryReading } from './retry-reading.ts'
import { returnDraft } from './return-draft.ts'
import { reviewFacts } from './review-facts.ts'
import { saveView } from './save-view.ts'
import { searchRecord } from './search-record.ts'
import { selectReviewer } from './select-reviewer.ts'
import { sendNotice } from './send-notice.ts'
import { serveDetermination } from './serve-determination.ts'
import { serveEligibilityFinding } from './serve-eligibility-finding.ts'
import { setUserDisabled } from './set-user-disabled.ts'
import { signDetermination } from './sign-determination.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { submitApplication } from './submit-application.ts'
import { submitApplicationForm } from './submit-application-form.ts'
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
  countCases,
  listDueDays,
  listSavedViews,
  saveView,
  changeView,
  deleteView,
  submitApplication,
  readDecisionLetter,
  getApplicationForm,
  readApplicationForm,
  submitApplicationForm,
  getCase,
  getCaseDuties,
  listCaseEvents,
  listCorrespondence,
  getCorrespondencePaper,
  getClockCertificate,
  getClockCertificateLetter,
  placeCase,
  testEligibility,
  getEligibilityNotice,
  requestInformation,
  answerInformation,
  amendApplication,
  receiveEligibilityFinding,
  serveEligibilityFinding,
  resolveLiability,
  reopenReview,
  consolidateCases,
  assignReview,
  getAssignmentNotice,
  listNoticeTemplates,
  previewNotice,
  sendNotice,
  uploadRecord,
  receiveLateRecord,
  listLateRecords,
  requestRecords,
  beginUpload,
  continueUpload,
  getUpload,
  finishUpload,
  abandonUpload,
  listReceipts,
  getReceiptLetter,
  retryReading,
  listDocuments,
  getDocumentFile,
  getPageText,
  getPageImage,
  completeRecords,
  correctDocuments,
  searchRecord,
  getLedger,
  getLedgerTable,
  listMissingRecords,
  listOwedRecords,
  checkUtilizationReview,
  requestMissingRecords,
  dismissMissingRecord,
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
  getMoney,
  getFigures,
  extendDecision,
  listPublished,
  getPublished,
  getPublicLetter,
  listUsers,
  noteCopyToParties,
  notePenaltyFinding,
  createUser,
  setUserDisabled,
  rebuildProjections,
  recordFeePayment,
  health,
  invoiceFee,
} as const

export type Operations = typeof operations
export type OperationId = keyof Operations
