export { type DocumentForm, type DocumentKind, liesIn, type RecordDocument } from './document.ts'
export { documentsInTurns, documentsOfFile, type FileOfRecord } from './documents-of-file.ts'
export { type FoundDate, findDates, findMistypedDates } from './find-dates.ts'
export {
  findMentionedRecords,
  findMissingRecords,
  type MentionedRecord,
  type MissingRecord,
  mentionedInTurns,
} from './find-missing-records.ts'
export { identifyDocuments } from './identify-documents.ts'
export type { FileReading, PageText, Word } from './page.ts'
export type {
  FileContent,
  FileInspection,
  PdfReader,
  RecordReader,
  UnpackedFile,
} from './ports.ts'
export type { Receipt, ReceiptLine } from './receipt.ts'
export {
  buildLedger,
  findLedgerDefect,
  type LedgerLine,
  ledgerInTurns,
  listDocuments,
  type RecordsLedger,
} from './records-ledger.ts'
export { longestQuery, makePageSearch, type PageSearch, type SearchHit } from './search-pages.ts'
