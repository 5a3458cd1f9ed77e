import {
  PDFDocument,
  type PDFFont,
  type PDFForm,
  PDFName,
  type PDFPage,
  PDFString,
  rgb,
  StandardFonts,
} from 'pdf-lib'
import type { ApplicationForm, FormField, FormLanguage } from '#intake'

const page = { width: 612, height: 792, left: 48, right: 564, top: 744, bottom: 54 } as const
const ink = rgb(0.11, 0.13, 0.17)
const soft = rgb(0.33, 0.37, 0.42)
const line = rgb(0.45, 0.49, 0.55)
const rule = rgb(0.09, 0.25, 0.42)

/**
 * The form as a PDF that can be filled in: each field is named by its path and described by its
 * label, so that a screen reader says it and the filled form is read back by names. The mark tells
 * that the form is ours. The same form gives the same bytes.
 */
export async function drawApplicationForm(
  form: ApplicationForm,
  language: FormLanguage,
  mark: { readonly name: string; readonly value: string },
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(form.title[language], { showInWindowTitleBar: true })
  document.setLanguage(language)
  document.setProducer('OpenIMR')
  const fonts: Fonts = {
    plain: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  }
  const pen = makePen(document, fonts, form.title[language])
  pen.write(form.title[language], fonts.bold, 17, ink)
  pen.move(4)
  pen.write(form.lead[language], fonts.plain, 9, soft)
  const fields = document.getForm()
  for (const section of form.sections) {
    const rows = rowsOf(section.fields)
    // A section stays together: it is shorter than a page.
    pen.need(32 + rows.reduce((total, row) => total + heightOf(row), 0))
    pen.heading(section.title[language])
    for (const row of rows) {
      pen.need(heightOf(row))
      drawRow(row, language, fields, fonts, pen)
    }
  }
  pen.move(6)
  pen.write(form.authority, fonts.plain, 8, soft)
  addMark(fields, pen.page(), mark)
  fields.updateFieldAppearances(fonts.plain)
  return document.save({ useObjectStreams: false })
}

type Fonts = { readonly plain: PDFFont; readonly bold: PDFFont }

type Pen = {
  page(): PDFPage
  y(): number
  move(by: number): void
  /** A new page where there is not so much room. */
  need(height: number): void
  write(text: string, font: PDFFont, size: number, color: typeof ink): void
  heading(text: string): void
}

function makePen(document: PDFDocument, fonts: Fonts, title: string): Pen {
  let sheet = document.addPage([page.width, page.height])
  let at: number = page.top
  let number = 1
  const foot = (): void => {
    sheet.drawText(`${title} · ${number}`, {
      x: page.left,
      y: 30,
      size: 8,
      font: fonts.plain,
      color: soft,
    })
  }
  foot()
  const pen: Pen = {
    page: () => sheet,
    y: () => at,
    move: (by) => {
      at -= by
    },
    need: (height) => {
      if (at - height >= page.bottom) return
      sheet = document.addPage([page.width, page.height])
      at = page.top
      number += 1
      foot()
    },
    write: (text, font, size, color) => {
      for (const words of linesOf(text, font, size, page.right - page.left)) {
        pen.need(size + 4)
        at -= size + 4
        sheet.drawText(words, { x: page.left, y: at, size, font, color })
      }
    },
    heading: (text) => {
      at -= 24
      sheet.drawText(text, { x: page.left, y: at, size: 11, font: fonts.bold, color: rule })
      sheet.drawLine({
        start: { x: page.left, y: at - 4 },
        end: { x: page.right, y: at - 4 },
        thickness: 0.8,
        color: rule,
      })
      at -= 8
    },
  }
  return pen
}

/** Fields next to each other, as long as their columns make no more than twelve. */
function rowsOf(fields: readonly FormField[]): readonly (readonly FormField[])[] {
  const rows: FormField[][] = []
  let used = 12
  for (const field of fields) {
    if (used + field.width > 12) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(field)
    used += field.width
  }
  return rows
}

function heightOf(row: readonly FormField[]): number {
  return row.some(({ kind }) => kind === 'long')
    ? 70
    : row.every(({ kind }) => kind === 'tick')
      ? 20
      : 34
}

function drawRow(
  row: readonly FormField[],
  language: FormLanguage,
  form: PDFForm,
  fonts: Fonts,
  pen: Pen,
): void {
  const height = heightOf(row)
  const column = (page.right - page.left) / 12
  const bottom = pen.y() - height + 2
  let x: number = page.left
  for (const field of row) {
    const width = field.width * column - 8
    if (field.kind === 'tick') drawTick(field, language, form, fonts, pen.page(), { x, y: bottom })
    else drawBox(field, language, form, fonts, pen.page(), { x, y: bottom, width, height })
    x += field.width * column
  }
  pen.move(height)
}

function drawTick(
  field: FormField,
  language: FormLanguage,
  form: PDFForm,
  fonts: Fonts,
  sheet: PDFPage,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const box = form.createCheckBox(field.name)
  frame(sheet, { x, y: y + 2, width: 11, height: 11 })
  box.addToPage(sheet, { x, y: y + 2, width: 11, height: 11, borderColor: line, borderWidth: 0.8 })
  describe(box, field.label[language])
  sheet.drawText(field.label[language], {
    x: x + 17,
    y: y + 4,
    size: 9,
    font: fonts.plain,
    color: ink,
  })
}

function drawBox(
  field: FormField,
  language: FormLanguage,
  form: PDFForm,
  fonts: Fonts,
  sheet: PDFPage,
  place: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  },
): void {
  const { x, y, width, height } = place
  const label = field.label[language]
  const dated = field.kind === 'date' ? `${label} (MM/DD/YYYY)` : label
  sheet.drawText(linesOf(dated, fonts.plain, 7.5, width)[0] ?? dated, {
    x,
    y: y + height - 12,
    size: 7.5,
    font: fonts.plain,
    color: soft,
  })
  frame(sheet, { x, y, width, height: height - 16 })
  const box = {
    x,
    y,
    width,
    height: height - 16,
    borderColor: line,
    borderWidth: 0.8,
    font: fonts.plain,
  }
  if (field.kind === 'choice') {
    const list = form.createDropdown(field.name)
    list.setOptions((field.choices ?? []).map(({ words }) => words[language]))
    list.addToPage(sheet, box)
    list.setFontSize(9)
    describe(list, dated)
    return
  }
  const text = form.createTextField(field.name)
  if (field.kind === 'long') text.enableMultiline()
  text.addToPage(sheet, box)
  text.setFontSize(9)
  describe(text, dated)
}

/** The box is part of the page as well, so that it is there when the form is printed or drawn. */
function frame(
  sheet: PDFPage,
  box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  },
): void {
  sheet.drawRectangle({ ...box, borderColor: line, borderWidth: 0.8 })
}

/** What a screen reader says of the field: its alternate name. */
function describe(
  field: { readonly acroField: { readonly dict: { set(key: PDFName, value: PDFString): void } } },
  label: string,
): void {
  field.acroField.dict.set(PDFName.of('TU'), PDFString.of(label))
}

/** A field that nobody sees or changes, by which the form is known. */
function addMark(
  form: PDFForm,
  sheet: PDFPage,
  mark: { readonly name: string; readonly value: string },
): void {
  const field = form.createTextField(mark.name)
  field.setText(mark.value)
  field.enableReadOnly()
  field.addToPage(sheet, { x: 0, y: 0, width: 1, height: 1, borderWidth: 0, hidden: true })
}

function linesOf(text: string, font: PDFFont, size: number, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && font.widthOfTextAtSize(longer, size) <= width) {
      lines[lines.length - 1] = longer
    } else {
      lines.push(word)
    }
  }
  return lines
}
