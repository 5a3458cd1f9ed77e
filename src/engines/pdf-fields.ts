import type { Pdfium } from './pdfium.ts'

/** What was written into the fields of a form, by their names; a ticked box is "yes". */
export type PdfFields = Readonly<Record<string, string>>

/** A form has some hundred fields; whoever sends more sends no form. */
const fieldsAtMost = 2_000
const bytesAtMost = 40_000

/** The kind of field by PDFium (fpdf_formfill.h). */
const checkBox = 2

/** The fields of an open document. No script of the document is run: the engine has none. */
export function readPdfFields(pdfium: Pdfium, document: number, pageCount: number): PdfFields {
  const information = pdfium.PDFiumExt_OpenFormFillInfo()
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, information)
  try {
    const fields: Record<string, string> = {}
    let seen = 0
    for (let index = 0; index < pageCount && seen < fieldsAtMost; index += 1) {
      const page = pdfium.FPDF_LoadPage(document, index)
      if (page === 0) continue
      const count = pdfium.FPDFPage_GetAnnotCount(page)
      for (let each = 0; each < count && seen < fieldsAtMost; each += 1) {
        const annotation = pdfium.FPDFPage_GetAnnot(page, each)
        if (annotation === 0) continue
        seen += 1
        readField(pdfium, form, annotation, fields)
        pdfium.FPDFPage_CloseAnnot(annotation)
      }
      pdfium.FPDF_ClosePage(page)
    }
    return fields
  } finally {
    pdfium.PDFiumExt_ExitFormFillEnvironment(form)
    pdfium.PDFiumExt_CloseFormFillInfo(information)
  }
}

function readField(
  pdfium: Pdfium,
  form: number,
  annotation: number,
  fields: Record<string, string>,
): void {
  const name = readText(pdfium, (into, size) =>
    pdfium.FPDFAnnot_GetFormFieldName(form, annotation, into, size),
  )
  if (name === '') return
  const value = readText(pdfium, (into, size) =>
    pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, into, size),
  )
  if (pdfium.FPDFAnnot_GetFormFieldType(form, annotation) !== checkBox) {
    fields[name] = value
  } else if (value !== '' && value !== 'Off') {
    // The state of a ticked box has a name of the program that ticked it: Yes, On, 1.
    fields[name] = 'yes'
  }
}

/** PDFium writes UTF-16 with a null at its end, and says how many bytes that takes. */
function readText(pdfium: Pdfium, write: (into: number, size: number) => number): string {
  const size = Math.min(write(0, 0), bytesAtMost)
  if (size <= 2) return ''
  const into = pdfium.malloc(size)
  if (into === 0) return ''
  try {
    write(into, size)
    return new TextDecoder('utf-16le').decode(
      new Uint8Array(pdfium.memory.buffer, into, size - 2).slice(),
    )
  } finally {
    pdfium.free(into)
  }
}
