export { type Acted, actOn, appendDecided, type CommandBody, loadCase } from './act-on.ts'
export { amendApplication } from './amend-application.ts'
export {
  type AppealGround,
  affirmDetermination,
  fileAppeal,
  remandDetermination,
} from './appeal.ts'
export { ArtifactMissingError, getBytes, getJson, putJson, withFile } from './artifacts.ts'
export { assignReview } from './assign-review.ts'
export { attestReview } from './attest-review.ts'
export {
  type CheckedDocument,
  checkUtilizationReview,
  type DecisionReading,
  readDecisionLetter,
} from './check-utilization-review.ts'
export { type ChosenRecipient, chooseRecipients } from './choose-recipients.ts'
export { completeRecords } from './complete-records.ts'
export { composeLetter, recallPublished } from './compose-letter.ts'
export { consolidateCases } from './consolidate.ts'
export { correctDocuments } from './correct-documents.ts'
export { type Correspondence, listCorrespondence, readPaper } from './correspondence.ts'
export { decideIssue, type NamedDecision } from './decide-issue.ts'
export type { Act, Deps, ReviewerRegister, WorkFiles } from './deps.ts'
export { type Draft, passQuality, readDraft, returnDraft, submitDraft } from './draft.ts'
export {
  receiveEligibilityFinding,
  reopenReview,
  resolveLiability,
  serveEligibilityFinding,
} from './eligibility-finding.ts'
export {
  convertPriority,
  recordImplementation,
  runOutClock,
  terminateReview,
  terminateTreatment,
} from './endings.ts'
export { exportBundle } from './export-bundle.ts'
export { extendDecision } from './extend-decision.ts'
export { invoiceFee, recordFeePayment } from './invoice-fee.ts'
export { listLateRecords } from './late-records.ts'
export {
  dismissMissingRecord,
  type MissingStanding,
  missingRecords,
  requestMissingRecords,
} from './missing-records.ts'
export { noteCopyToParties } from './note-copy-to-parties.ts'
export { notePenaltyFinding } from './note-penalty-finding.ts'
export { deepestWithin } from './open-sent-files.ts'
export { placeCase } from './place-case.ts'
export {
  prepareRecord,
  prepareReview,
  readAssessments,
  readFacts,
} from './prepare-review.ts'
export {
  printClockCertificate,
  printConflictCertificate,
  printDraft,
  printEligibilityNotice,
  printReceipt,
} from './print-papers.ts'
export { publishDetermination } from './publish-determination.ts'
export { type FilledForm, readApplicationForm } from './read-application-form.ts'
export { type Figures, readFigures } from './read-figures.ts'
export {
  type ReadingOutcome,
  type ReadingTerms,
  readingAttempts,
  readWaitingFile,
} from './read-file.ts'
export { type LiveLedger, type LivePage, type PageCitation, readLedger } from './read-ledger.ts'
export { type CaseMoney, readMoney } from './read-money.ts'
export { type ReceivedFile, readPage, receivedFiles, turnOfPage } from './read-record.ts'
export { receiveApplication } from './receive-application.ts'
export {
  type Delivery,
  documentIdOf,
  listReceipts,
  receiveFiles,
  type SentFile,
} from './receive-files.ts'
export { receiveRecord } from './receive-record.ts'
export { type PreparedRecord, recordOfCase } from './record-of-case.ts'
export { proceedingsRefusals } from './refusals.ts'
export { releaseReviewer } from './release-reviewer.ts'
export {
  answerInformation,
  requestInformation,
  requestRecords,
} from './request-information.ts'
export { requestReading } from './request-reading.ts'
export type { NamedSource } from './resolve-sources.ts'
export { reviewFacts, writeCaseSummary } from './review-facts.ts'
export { type RecordSearch, searchRecord } from './search-record.ts'
export { reviewerCandidates, selectReviewer } from './select-reviewer.ts'
export {
  type NoticeToSend,
  type OfferedNotice,
  offeredNotices,
  previewNotice,
  sendNotice,
} from './send-notice.ts'
export { serveDetermination } from './serve-determination.ts'
export { signDetermination } from './sign-determination.ts'
export { isStorageFull, orStorageFull, storageFull } from './storage-full.ts'
export { type EligibilityKnowledge, testCaseEligibility } from './test-case-eligibility.ts'
