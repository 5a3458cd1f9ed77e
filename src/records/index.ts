export type { DocumentKind, RecordDocument } from './document.ts'
export { type FoundDate, findDates, findMistypedDates } from './find-dates.ts'
export { findMissingRecords, type MissingRecord } from './find-missing-records.ts'
export { identifyDocuments } from './identify-documents.ts'
export { listDocuments } from './list-documents.ts'
export type { FileReading, PageText, Word } from './page.ts'
export type {
  FileContent,
  FileInspection,
  PdfReader,
  RecordReader,
  UnpackedFile,
} from './ports.ts'
export { buildLedger, type LedgerLine, type RecordsLedger } from './records-ledger.ts'
