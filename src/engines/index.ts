export { type ClosableApplicationForms, makeApplicationForms } from './application-forms.ts'
export { makeLetterExporter } from './letter-exporter.ts'
export { letterStyleSource } from './letter-html.ts'
export { PdfReaderClosedError } from './pdf-child.ts'
export {
  type ConformanceFinding,
  type ConformanceRule,
  checkPdfConformance,
} from './pdf-conformance.ts'
export { makePdfTextReader } from './pdf-in-process.ts'
export { type ClosablePdfReader, makePdfReader, type PdfReaderOptions } from './pdf-reader.ts'
export { pdfRefusals } from './pdf-refusals.ts'
export {
  type ClosableRecordReader,
  makeRecordReader,
  type RecordReaderOptions,
} from './record-reader.ts'
export { recordFileRefusals } from './record-refusals.ts'
export { type MoreFont, PrintingError } from './typesetter.ts'
export {
  type ClosableLetterPrinter,
  makeLetterPrinter,
  type PrinterOptions,
} from './typst-printer.ts'
