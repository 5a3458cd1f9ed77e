export { categorise, type TreatmentCategory } from './categorise.ts'
export { compareDeterminations, type Difference } from './compare-determinations.ts'
export { composeNotice, type NoticeRequest, noticeValuesOf } from './compose-notice.ts'
export {
  composeAssignmentLetter,
  composeConflictCertificate,
  composeDeadlineCertificate,
  composeEligibilityNotice,
  composeProofOfService,
  type NoticeCase,
} from './compose-notices.ts'
export { composeReceipt } from './compose-receipt.ts'
export {
  composeServedLetter,
  recipientsOf,
  type ServedLetterRequest,
} from './compose-served-letter.ts'
export { findBodyRegions } from './find-body-regions.ts'
export {
  blocksOfPublicLetter,
  blocksOfServedLetter,
  type LetterBlock,
} from './letter-blocks.ts'
export { type Labelled, type LetterBody, layOutBody } from './letter-body.ts'
export { noticeRefusals } from './notice-refusals.ts'
export {
  fillNoticeTemplate,
  type NoticeTemplate,
  type NoticeValues,
  parseNoticeTemplate,
  valuesNamedIn,
} from './notice-template.ts'
export { findNoticeTemplate, noticeTemplates } from './notice-templates.ts'
export { printAddress, printName } from './party-words.ts'
export { type SummaryLanguage, summarizePlainly } from './plain-language.ts'
export type { LetterExporter, LetterPrinter, Notice, NoticeBlock } from './ports.ts'
export { printLetterText } from './print-letter-text.ts'
export { readLetterPages, readLetterText } from './read-letter.ts'
export type { AboutFile, Finding, LetterFormat, ReadLetter } from './read-letter-types.ts'
export { normaliseSpecialty } from './read-reviewer.ts'
export { fernandezHuertaEase, fleschKincaidGrade } from './reading-level.ts'
export { letterRefusals } from './refusals.ts'
export { renderDeterminationText } from './render-determination-text.ts'
export type { LetterOrganization, NextStep, ServedLetter } from './served-letter.ts'
export { layOutServedLetter, type ServedLetterLayout } from './served-letter-layout.ts'
export * from './stock-sentences.ts'
