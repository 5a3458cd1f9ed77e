export {
  composeConflictCertificate,
  composeDeadlineCertificate,
  composeEligibilityNotice,
  composeProofOfService,
  type NoticeCase,
} from './compose-notices.ts'
export {
  composeServedLetter,
  recipientsOf,
  type ServedLetterRequest,
} from './compose-served-letter.ts'
export { type Labelled, type LetterBody, layOutBody } from './letter-body.ts'
export { printAddress, printName } from './party-words.ts'
export { type SummaryLanguage, summarizePlainly } from './plain-language.ts'
export type { LetterPrinter, Notice, NoticeBlock } from './ports.ts'
export { printLetterText } from './print-letter-text.ts'
export { fernandezHuertaEase, fleschKincaidGrade } from './reading-level.ts'
export type { LetterOrganization, NextStep, ServedLetter } from './served-letter.ts'
export { layOutServedLetter, type ServedLetterLayout } from './served-letter-layout.ts'
export * from './stock-sentences.ts'
