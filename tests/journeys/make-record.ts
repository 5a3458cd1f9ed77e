import { PDFDocument, StandardFonts } from 'pdf-lib'

const decision = [
  'NOTICE OF UTILIZATION REVIEW DECISION',
  'Injured worker: Marta Quillfeather',
  'Date of decision: 12/05/2016',
  'Records reviewed',
  '1. Request for authorization, 11/28/2016',
  '2. MRI of the lumbar spine, 08/29/2016',
  'Decision: the requested repeat MRI is denied.',
  'Reviewing physician: Lionel Ashgrove, MD',
]
const report = (day: string, words: string): readonly string[] => [
  'PROGRESS REPORT',
  'Patient: Marta Quillfeather',
  `Date of exam: ${day}`,
  words,
  'Straight leg raise is negative. Sensation is intact. Continue home exercises.',
  'Electronically signed by: Orrin Mockridge, MD',
]
const loose = [
  'The patient reports less pain with naproxen and continues to work with restrictions.',
  'There is tenderness over the lower back. No numbness or weakness is reported today.',
]

/** Pages as they come: a decision, reports, a page that says not what it is, and a copy. */
export const recordPages: readonly (readonly string[])[] = [
  decision,
  report('11/21/2016', 'Low back pain persists. An MRI showed no herniation of a disc.'),
  loose,
  report('10/10/2016', 'Low back pain improved with therapy. No new injury.'),
  report('11/21/2016', 'Low back pain persists. An MRI showed no herniation of a disc.'),
]

/** An invented record as a PDF, so many times over as asked. */
export async function makeRecord(times = 1): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const lines of Array.from({ length: times }, () => recordPages).flat()) {
    const page = pdf.addPage([612, 792])
    for (const [index, line] of lines.entries()) {
      page.drawText(line, { x: 64, y: 700 - index * 24, size: index === 0 ? 15 : 11, font })
    }
  }
  return Buffer.from(await pdf.save())
}
