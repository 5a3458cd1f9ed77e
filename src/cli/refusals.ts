import type { RefusalCatalogue } from '#foundation'

type Code =
  | 'letter-without-credentials'
  | 'file-cannot-be-opened'
  | 'not-a-record'
  | 'not-a-draft-determination'

/** What commands refuse by themselves. */
export const cliRefusals: Readonly<Record<Code, RefusalCatalogue[string]>> = {
  'letter-without-credentials': {
    authority: 'Lab. Code 4610.6(f): credentials are disclosed',
    next: 'Read the letter by eye; it may be of a layout that the reader does not know.',
  },
  'file-cannot-be-opened': {
    authority: 'house rule: every input is answered for',
    next: 'Check the path and the permission to read it.',
  },
  'not-a-record': {
    authority: 'house rule: every input is answered for',
    next: 'Give the record as PDF, text, picture, DOCX, RTF, HTML, CDA, FHIR bundle, or an archive of these.',
  },
  'not-a-draft-determination': {
    authority: 'contracts/determination.schema.json',
    next: 'Give one determination as JSON, of the shape that "openimr read --json" prints.',
  },
}
