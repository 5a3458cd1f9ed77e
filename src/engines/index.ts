export { PdfReaderClosedError } from './pdf-child.ts'
export { makePdfTextReader } from './pdf-in-process.ts'
export { type ClosablePdfReader, makePdfReader, type PdfReaderOptions } from './pdf-reader.ts'
export { pdfRefusals } from './pdf-refusals.ts'
