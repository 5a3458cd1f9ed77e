import type { RefusalCatalogue } from '#foundation'

export type RecordFileRefusalCode =
  | 'file-type-not-supported'
  | 'file-damaged'
  | 'file-too-slow'
  | 'file-too-large'
  | 'archive-too-large'
  | 'archive-needs-password'
  | 'picture-too-large'

const bounds = 'OpenIMR records intake: files are opened only within fixed bounds'
const duty = '8 CCR 9792.10.5 (records that must reach the review organization)'

/** What the reader of records refuses besides what the PDF engine does. */
export const recordFileRefusals: Readonly<Record<RecordFileRefusalCode, RefusalCatalogue[string]>> =
  {
    'file-type-not-supported': {
      authority: duty,
      next: 'Send the document as PDF, TIFF, JPEG, PNG, DOCX, RTF, HTML, text, C-CDA or FHIR bundle.',
    },
    'file-damaged': {
      authority: duty,
      next: 'Send the file again; if it opens for you, print it to a PDF and send that.',
    },
    'file-too-slow': {
      authority: bounds,
      next: 'Print the document to a PDF, or split it into smaller files, and send those.',
    },
    'file-too-large': {
      authority: bounds,
      next: 'Split the document into smaller files, or print it to a PDF, and send those.',
    },
    'archive-too-large': {
      authority: bounds,
      next: 'Send the files of the archive one by one, or in several smaller archives.',
    },
    'archive-needs-password': {
      authority: duty,
      next: 'Send the archive again without a password, or send its files one by one.',
    },
    'picture-too-large': {
      authority: bounds,
      next: 'Reduce the picture to at most 600 dots an inch, or print it to a PDF, and send that.',
    },
  }
