import type { RefusalCatalogue } from '#foundation'

export type PdfRefusalCode =
  | 'not-a-pdf'
  | 'pdf-needs-password'
  | 'pdf-damaged'
  | 'pdf-too-slow'
  | 'pdf-too-many-pages'
  | 'pdf-too-large'
  | 'pdf-no-such-page'
  | 'pdf-has-no-fields'

/** What the PDF engine refuses; the codes are those that `PdfReader` of the room records names. */
export const pdfRefusals: Readonly<Record<PdfRefusalCode, RefusalCatalogue[string]>> = {
  'not-a-pdf': {
    authority: '8 CCR 9792.10.5 (records that must reach the review organization)',
    next: 'Send the document as a PDF file, or in another format that the receipt lists.',
  },
  'pdf-needs-password': {
    authority: '8 CCR 9792.10.5 (records that must reach the review organization)',
    next: 'Send the file again without a password, or send a version that opens without one.',
  },
  'pdf-damaged': {
    authority: '8 CCR 9792.10.5 (records that must reach the review organization)',
    next: 'Send the file again; if it opens for you, print it to a new PDF and send that.',
  },
  'pdf-too-slow': {
    authority: 'OpenIMR records intake: files are opened only within fixed bounds',
    next: 'Print the document to a new PDF, or split it into smaller files, and send those.',
  },
  'pdf-too-many-pages': {
    authority: 'OpenIMR records intake: files are opened only within fixed bounds',
    next: 'Split the file into parts below the page limit and send the parts.',
  },
  'pdf-too-large': {
    authority: 'OpenIMR records intake: files are opened only within fixed bounds',
    next: 'Split the file into smaller parts, or reduce the resolution of its pictures.',
  },
  'pdf-has-no-fields': {
    authority: '8 CCR 9792.10.2: the application form',
    next: 'Download our form, fill in its fields, save it and send that file; or fill in the form here.',
  },
  'pdf-no-such-page': {
    authority: 'OpenIMR records intake: files are opened only within fixed bounds',
    next: 'Ask for a page between 1 and the number of pages of the file.',
  },
}
