export type { DocumentKind, RecordDocument } from './document.ts'
export type { FileReading, PageText, Word } from './page.ts'
export type { PdfReader } from './ports.ts'
