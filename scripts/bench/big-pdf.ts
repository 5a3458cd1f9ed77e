import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { PDFDocument, StandardFonts } from 'pdf-lib'

/** A PDF of so many pages of text, each page other words. */
export async function pdfOfPages(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page += 1) {
    const sheet = pdf.addPage([612, 792])
    for (let line = 0; line < 45; line += 1) {
      const text = `Page ${page}, line ${line}: lumbar flexion ${(page * line) % 90} degrees, pain ${line % 10} of 10`
      sheet.drawText(text, { x: 54, y: 740 - 15 * line, size: 10, font })
    }
  }
  return pdf.save()
}

/** Writes a PDF of one page that carries so many bytes which no page shows, piece by piece. */
export async function writeHeavyPdf(path: string, bytes: number): Promise<void> {
  const file = createWriteStream(path)
  let at = 0
  const offsets: number[] = []
  const write = async (piece: string | Uint8Array): Promise<void> => {
    at += piece.length
    if (!file.write(piece)) await once(file, 'drain')
  }
  const object = async (content: string): Promise<void> => {
    offsets.push(at)
    await write(`${offsets.length} 0 obj\n${content}\nendobj\n`)
  }
  await write('%PDF-1.7\n')
  await object('<< /Type /Catalog /Pages 2 0 R >>')
  await object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
  await object('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>')
  offsets.push(at)
  await write(`4 0 obj\n<< /Length ${bytes} >>\nstream\n`)
  const piece = new Uint8Array(1024 * 1024)
  for (let left = bytes; left > 0; left -= piece.length) {
    crypto.getRandomValues(piece.subarray(0, 65_536))
    await write(piece.subarray(0, Math.min(left, piece.length)))
  }
  await write('\nendstream\nendobj\n')
  const start = at
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  await write(`xref\n0 5\n0000000000 65535 f \n${entries.join('')}`)
  await write(`trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  file.end()
  await once(file, 'close')
}
