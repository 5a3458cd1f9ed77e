import { zipSync } from 'fflate'
import { PDFDocument, StandardFonts } from 'pdf-lib'

/** A PDF of one page that says this, with a file embedded in it. */
export async function pdfWith(
  says: string,
  within?: { readonly fileName: string; readonly content: Uint8Array },
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  document.addPage([300, 200]).drawText(says, { x: 20, y: 100, size: 12, font })
  if (within) await document.attach(within.content, within.fileName)
  return document.save()
}

/** An archive with a FHIR bundle, to which a PDF is attached, in which a note is embedded. */
export async function noteInPdfInMessageInArchive(): Promise<Uint8Array> {
  const note = { fileName: 'note.txt', content: Buffer.from('Gabapentin 300 mg') }
  const visit = await pdfWith('Visit of March 14', note)
  const attachment = {
    contentType: 'application/pdf',
    title: 'visit',
    data: Buffer.from(visit).toString('base64'),
  }
  const resource = {
    resourceType: 'DocumentReference',
    type: { text: 'Progress note' },
    date: '2026-03-14',
    content: [{ attachment }],
  }
  const message = { resourceType: 'Bundle', type: 'collection', entry: [{ resource }] }
  return zipSync({ 'portal/export.json': Buffer.from(JSON.stringify(message)) })
}

/** PDFs in one another, as many as this. */
export async function pdfsWithinOneAnother(count: number): Promise<Uint8Array> {
  let pdf = await pdfWith(`Level ${count}`)
  for (let level = count - 1; level >= 1; level -= 1) {
    pdf = await pdfWith(`Level ${level}`, { fileName: 'inner.pdf', content: pdf })
  }
  return pdf
}
