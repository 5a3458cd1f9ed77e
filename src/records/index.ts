export type { DocumentKind, RecordDocument } from './document.ts'
export { type FoundDate, findDates, findMistypedDates } from './find-dates.ts'
export type { FileReading, PageText, Word } from './page.ts'
export type { PdfReader } from './ports.ts'
