import type { RefusalCatalogue } from '#foundation'

/** What publication refuses. Codes stand in docs/reference/refusals.md. */
export const publicationRefusals: Readonly<
  Record<
    'identifier-in-published-field' | 'identifier-may-remain',
    { readonly authority: string; readonly next: string }
  >
> = {
  'identifier-in-published-field': {
    authority: 'Labor Code 4610.6(m); 8 CCR 9792.10.9',
    next: 'Correct the field: it is published as it stands, so nothing can be struck out of it.',
  },
  'identifier-may-remain': {
    authority: 'Labor Code 4610.6(f), (m); 8 CCR 9792.10.9',
    next:
      'Look at the place. If it is a name, add its spelling to the parties of the case; if it is ' +
      'not, accept the word by name and publish again.',
  },
} satisfies RefusalCatalogue
