import type { RefusalCatalogue } from '#foundation'

/** What the templates of notices refuse. Codes stand in docs/reference/refusals.md. */
export const noticeRefusals: Readonly<
  Record<
    'notice-template-unknown' | 'notice-template-wrong' | 'notice-value-missing',
    RefusalCatalogue[string]
  >
> = {
  'notice-template-unknown': {
    authority: 'rules/notices',
    next: 'Choose one of the templates under rules/notices, in force on the day.',
  },
  'notice-template-wrong': {
    authority: 'House rule: a template is data of one shape',
    next: 'Compare the template with one under rules/notices and correct the place named.',
  },
  'notice-value-missing': {
    authority: 'House rule: a notice has no blanks',
    next: 'Supply the value, or put the words that need it under a condition.',
  },
}
