import type { RefusalCatalogue } from '#foundation'

/** What this room refuses, and what to do about it. */
export const criteriaRefusals: Readonly<
  Record<
    'pack-not-valid' | 'pack-concept-unknown' | 'pack-dates-contradict',
    RefusalCatalogue[string]
  >
> = {
  'pack-not-valid': {
    authority: 'OpenIMR pack format, src/criteria/pack.ts',
    next: 'Mend the pack at the place named and load it again; the packs in force stay unchanged.',
  },
  'pack-concept-unknown': {
    authority: 'rules/lexicon/concepts.json',
    next: 'Use a concept of the lexicon, or add the concept with its words first.',
  },
  'pack-dates-contradict': {
    authority: '8 CCR 9792.21: the edition in force on the governing date applies',
    next: 'Give an effective date and, if any, an end date that is not before it.',
  },
}
