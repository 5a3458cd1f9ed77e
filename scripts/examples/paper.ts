import { PDFDocument, type PDFFont, type PDFImage, type PDFPage, rgb, StandardFonts } from 'pdf-lib'

/** What a page of an example is set in: each kind of sender has its own look. */
export type Look = 'letter' | 'clinic' | 'radiology' | 'therapy'

type Faces = { readonly plain: PDFFont; readonly bold: PDFFont; readonly size: number }

const width = 612
const height = 792
const margin = 56
const ink = rgb(0.08, 0.08, 0.1)
const pale = rgb(0.45, 0.45, 0.5)

/** Marks every page, so that no example is ever taken for a real record. */
const mark = 'Synthetic example written for OpenIMR. Every name and number is invented.'

/** Writes one PDF from top to bottom and remembers which words stand on which page. */
export class Paper {
  readonly #pdf: PDFDocument
  readonly #faces: Readonly<Record<Look, Faces>>
  readonly #marking: PDFFont
  readonly #texts: string[] = []
  #page: PDFPage | null = null
  #look: Look = 'letter'
  #running = ''
  #documentPage = 0
  #y = 0

  private constructor(pdf: PDFDocument, faces: Readonly<Record<Look, Faces>>, marking: PDFFont) {
    this.#pdf = pdf
    this.#faces = faces
    this.#marking = marking
  }

  static async open(title: string): Promise<Paper> {
    const pdf = await PDFDocument.create()
    pdf.setTitle(title)
    pdf.setProducer('OpenIMR examples')
    pdf.setCreator('OpenIMR examples')
    const day = new Date('2017-01-01T00:00:00Z')
    pdf.setCreationDate(day)
    pdf.setModificationDate(day)
    const face = (plain: StandardFonts, bold: StandardFonts, size: number): Promise<Faces> =>
      Promise.all([pdf.embedFont(plain), pdf.embedFont(bold)]).then(([p, b]) => ({
        plain: p,
        bold: b,
        size,
      }))
    return new Paper(
      pdf,
      {
        letter: await face(StandardFonts.Helvetica, StandardFonts.HelveticaBold, 10.5),
        clinic: await face(StandardFonts.TimesRoman, StandardFonts.TimesRomanBold, 11),
        radiology: await face(StandardFonts.Courier, StandardFonts.CourierBold, 10),
        therapy: await face(StandardFonts.Helvetica, StandardFonts.HelveticaBold, 9.5),
      },
      await pdf.embedFont(StandardFonts.HelveticaOblique),
    )
  }

  /** Begins a document on a new page; `running` heads its further pages. */
  begin(look: Look, running: string): void {
    this.#look = look
    this.#running = running
    this.#documentPage = 0
    this.newPage()
  }

  newPage(): void {
    this.#page = this.#pdf.addPage([width, height])
    this.#texts.push('')
    this.#documentPage += 1
    this.#y = height - margin
    this.#page.drawText(mark, { x: margin, y: 24, size: 7, font: this.#marking, color: pale })
    if (this.#documentPage > 1) {
      this.#write(
        `${this.#running} - page ${this.#documentPage}`,
        this.#face.plain,
        8.5,
        margin,
        pale,
      )
      this.#y -= 10
    }
  }

  heading(text: string, size = 14): void {
    this.#need(size * 2.2)
    this.#y -= size * 0.3
    this.#lines(text, this.#face.bold, size, margin, width - 2 * margin)
    this.#y -= 4
  }

  section(text: string): void {
    this.#need(46)
    this.#y -= 6
    this.#lines(text, this.#face.bold, this.#face.size, margin, width - 2 * margin)
  }

  paragraph(text: string): void {
    this.#lines(text, this.#face.plain, this.#face.size, margin, width - 2 * margin)
    this.#y -= 5
  }

  list(items: readonly string[]): void {
    for (const [index, item] of items.entries()) {
      this.#need(this.#face.size * 1.4)
      const label = `${index + 1}.`
      const y = this.#y
      this.#write(label, this.#face.plain, this.#face.size, margin + 6)
      this.#y = y
      this.#lines(item, this.#face.plain, this.#face.size, margin + 26, width - 2 * margin - 26)
      this.#y -= 2
    }
    this.#y -= 3
  }

  /** Label and value pairs, one a line. */
  fields(pairs: readonly (readonly [string, string])[]): void {
    for (const [label, value] of pairs) {
      this.#need(this.#face.size * 1.4)
      const y = this.#y
      this.#write(`${label}:`, this.#face.bold, this.#face.size, margin)
      this.#y = y
      this.#lines(value, this.#face.plain, this.#face.size, margin + 150, width - 2 * margin - 150)
    }
    this.#y -= 6
  }

  /** A ruled table; widths are shares of the line. */
  table(shares: readonly number[], rows: readonly (readonly string[])[]): void {
    const whole = shares.reduce((sum, share) => sum + share, 0)
    const columns = shares.map((share) => ((width - 2 * margin) * share) / whole)
    const { plain, bold, size } = this.#face
    for (const [index, row] of rows.entries()) {
      const font = index === 0 ? bold : plain
      const cells = row.map((cell, column) =>
        wrap(cell, font, size - 0.5, (columns[column] ?? 60) - 8),
      )
      const tall = Math.max(...cells.map((cell) => cell.length)) * size * 1.25 + 6
      this.#need(tall)
      const top = this.#y
      let x = margin
      for (const [column, cell] of cells.entries()) {
        const wide = columns[column] ?? 60
        this.#page?.drawRectangle({
          x,
          y: top - tall,
          width: wide,
          height: tall,
          borderColor: pale,
          borderWidth: 0.6,
        })
        this.#y = top - 3
        for (const line of cell) this.#write(line, font, size - 0.5, x + 4)
        x += wide
      }
      this.#y = top - tall
    }
    this.#y -= 10
  }

  space(points: number): void {
    this.#y -= points
  }

  /** A page that is only a picture, as a fax or a scan is. */
  async picture(png: Uint8Array): Promise<void> {
    const image: PDFImage = await this.#pdf.embedJpg(png)
    this.#page = this.#pdf.addPage([width, height])
    this.#texts.push('')
    this.#page.drawImage(image, { x: 0, y: 0, width, height })
  }

  /** Pages so far. */
  get pages(): number {
    return this.#texts.length
  }

  /**
   * The first page, counted from 1, on which the words stand, or null; with `beside`, the first
   * page on which both stand.
   */
  pageOf(quote: string, beside = ''): number | null {
    const page = this.#texts.findIndex(
      (text) => fold(text).includes(fold(quote)) && fold(text).includes(fold(beside)),
    )
    return page < 0 ? null : page + 1
  }

  save(): Promise<Uint8Array> {
    return this.#pdf.save({ useObjectStreams: false })
  }

  get #face(): Faces {
    return this.#faces[this.#look]
  }

  #need(points: number): void {
    if (this.#y - points < margin) this.newPage()
  }

  #lines(text: string, font: PDFFont, size: number, x: number, wide: number): void {
    for (const line of wrap(text, font, size, wide)) {
      this.#need(size * 1.3)
      this.#write(line, font, size, x)
    }
  }

  #write(text: string, font: PDFFont, size: number, x: number, color = ink): void {
    this.#page?.drawText(text, { x, y: this.#y - size, size, font, color })
    this.#texts[this.#texts.length - 1] += ` ${text}`
    this.#y -= size * 1.28
  }
}

function wrap(text: string, font: PDFFont, size: number, wide: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && font.widthOfTextAtSize(longer, size) > wide) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  lines.push(line)
  return lines
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
