export { makePdfTextReader } from './pdf-in-process.ts'
export {
  type ClosablePdfReader,
  makePdfReader,
  PdfReaderClosedError,
  type PdfReaderOptions,
} from './pdf-reader.ts'
export { pdfRefusals } from './pdf-refusals.ts'
