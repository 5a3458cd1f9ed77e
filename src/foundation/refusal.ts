/**
 * A refusal: the product will not do what was asked, and says so in words a person can act on.
 * It is a value, never an exception, and its words may go into a letter.
 */
export type Refusal = {
  readonly kind: 'refusal'
  /** Stable, kebab-case; every code stands in docs/reference/refusals.md. */
  readonly code: string
  /** What was wrong, with the offending value; no personal data beyond what the caller sent. */
  readonly because: string
  /** Where: a field path (`application.employee.dateOfBirth`), a file, a page. */
  readonly where?: string
  /** The rule that refuses: statute, regulation or house rule. */
  readonly authority: string
  /** What the person can do next. */
  readonly next: string
}

/** What a room says about each of its refusals, once: the authority and the usual remedy. */
export type RefusalCatalogue = Readonly<
  Record<string, { readonly authority: string; readonly next: string }>
>

/** Makes a refusal of a room's catalogue. `because` states the facts; `where` names the place. */
export function refuse<C extends RefusalCatalogue>(
  catalogue: C,
  code: keyof C & string,
  because: string,
  where?: string,
): Refusal {
  const entry = catalogue[code]
  if (!entry) throw new TypeError(`no refusal "${code}" in its catalogue`)
  return {
    kind: 'refusal',
    code,
    because,
    authority: entry.authority,
    next: entry.next,
    ...(where === undefined ? {} : { where }),
  }
}

/** Says a refusal in one line, for a terminal or a log without personal data. */
export function explainRefusal(refusal: Refusal): string {
  const place = refusal.where ? `${refusal.where}: ` : ''
  return `${place}${refusal.because} (${refusal.code}; ${refusal.authority}). ${refusal.next}`
}
