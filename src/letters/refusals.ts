import type { RefusalCatalogue } from '#foundation'

/** What the reader of letters refuses. Codes stand in docs/reference/refusals.md. */
export const letterRefusals: Readonly<
  Record<
    | 'not-a-determination-letter'
    | 'letter-without-readable-issue'
    | 'letter-without-text'
    | 'letter-too-long',
    { readonly authority: string; readonly next: string }
  >
> = {
  'not-a-determination-letter': {
    authority: 'Layouts of published Final Determinations (8 CCR 9792.10.6)',
    next: 'Give a Final Determination letter of Independent Medical Review, as text or PDF.',
  },
  'letter-without-readable-issue': {
    authority: 'A determination decides at least one disputed treatment (8 CCR 9792.10.6(d))',
    next: 'Get a complete copy of the letter: no decided treatment can be read from this one.',
  },
  'letter-without-text': {
    authority: 'House rule: pictures of pages are not guessed at',
    next: 'Run text recognition on the file first, or get the letter with its text.',
  },
  'letter-too-long': {
    authority:
      'House rule: reading takes a bounded time; the longest published letter has 26,702 characters',
    next: 'Give the letter alone, without the records that it came with.',
  },
} satisfies RefusalCatalogue
