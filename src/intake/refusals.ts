import type { RefusalCatalogue } from '#foundation'

export type IntakeRefusalCode =
  | 'application-not-readable'
  | 'unknown-field'
  | 'field-missing'
  | 'field-not-readable'
  | 'date-does-not-exist'
  | 'dates-contradict'
  | 'treatment-twice'
  | 'associated-treatment-unknown'
  | 'associated-treatment-circular'
  | 'not-our-form'
  | 'form-field-not-readable'

/** What the room of intake will not take in, and what to do about it. */
export const intakeRefusals: Readonly<Record<IntakeRefusalCode, RefusalCatalogue[string]>> = {
  'application-not-readable': {
    authority: '8 CCR 9792.10.2 (DWC Form IMR)',
    next: 'Send the application as one JSON object; examples/ has three.',
  },
  'unknown-field': {
    authority: '8 CCR 9792.10.2 (DWC Form IMR)',
    next: 'Remove the field or correct its name.',
  },
  'field-missing': {
    authority: '8 CCR 9792.10.2 (DWC Form IMR)',
    next: 'Fill the field in from the form or the utilization review decision.',
  },
  'field-not-readable': {
    authority: '8 CCR 9792.10.2 (DWC Form IMR)',
    next: 'Correct the field as the message says.',
  },
  'date-does-not-exist': {
    authority: '8 CCR 9792.10.2 (DWC Form IMR)',
    next: 'Write the day as YYYY-MM-DD, as it stands on the document.',
  },
  'dates-contradict': {
    authority: '8 CCR 9792.10.2 (DWC Form IMR)',
    next: 'Compare both dates with the documents and correct the wrong one.',
  },
  'not-our-form': {
    authority: '8 CCR 9792.10.2: the application form',
    next: 'Download our form, fill in its fields, save it and send that file; or fill in the form here.',
  },
  'form-field-not-readable': {
    authority: '8 CCR 9792.10.2: the application form',
    next: 'Choose one of the entries that the field offers.',
  },
  'treatment-twice': {
    authority: '8 CCR 9792.10.3(a)',
    next: 'List each treatment in dispute once.',
  },
  'associated-treatment-unknown': {
    authority: '8 CCR 9792.10.3(a)',
    next: 'Name the treatment it goes with by its id: t1 for the first of the list.',
  },
  'associated-treatment-circular': {
    authority: '8 CCR 9792.10.3(a)',
    next: 'A service goes with a treatment, never with itself or in a circle.',
  },
}
