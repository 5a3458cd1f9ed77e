/** What a person may say about a document of a file. */
export type EditedDocument<Kind extends string = string> = {
  readonly kind: Kind
  readonly title: string
  readonly author?: string
  readonly specialty?: string
  readonly date?: string
  readonly dateOfService?: string
  readonly dateOfReport?: string
  readonly pages: { readonly first: number; readonly last: number }
  /** How sure the proposal is, 0 to 1; absent where a person said it. */
  readonly confidence?: number
  /** A person said so, before or now. */
  readonly corrected: boolean
}

/** Below this a proposal is looked at by a person. */
export const certainFrom = 0.75

/** The document that the page is in; -1 when none is. */
export function documentAt(documents: readonly EditedDocument[], page: number): number {
  return documents.findIndex(({ pages }) => pages.first <= page && page <= pages.last)
}

/**
 * A document begins on the page: the one it was in ends before. The new one is of the same kind
 * until it is said to be another. Unchanged where one begins there already.
 */
export function split<Kind extends string>(
  documents: readonly EditedDocument<Kind>[],
  page: number,
): readonly EditedDocument<Kind>[] {
  const at = documentAt(documents, page)
  const whole = documents[at]
  if (!whole || whole.pages.first === page) return documents
  const { kind, title, pages } = whole
  return documents.toSpliced(
    at,
    1,
    { ...whole, pages: { first: pages.first, last: page - 1 }, corrected: true },
    { kind, title, pages: { first: page, last: pages.last }, corrected: true },
  )
}

/** The page's document belongs to the one before it, which keeps its kind, title and dates. */
export function joinBefore<Kind extends string>(
  documents: readonly EditedDocument<Kind>[],
  page: number,
): readonly EditedDocument<Kind>[] {
  const at = documentAt(documents, page)
  const later = documents[at]
  const earlier = documents[at - 1]
  if (!later || !earlier) return documents
  return documents.toSpliced(at - 1, 2, {
    ...earlier,
    pages: { first: earlier.pages.first, last: later.pages.last },
    corrected: true,
  })
}

/** Says something else of the page's document; a field set to `undefined` is taken away. */
export function change<Kind extends string>(
  documents: readonly EditedDocument<Kind>[],
  page: number,
  said: {
    readonly [Field in Exclude<
      keyof EditedDocument,
      'pages' | 'corrected' | 'confidence' | 'kind'
    >]?: string | undefined
  } & { readonly kind?: Kind },
): readonly EditedDocument<Kind>[] {
  const at = documentAt(documents, page)
  const document = documents[at]
  if (!document) return documents
  const changed = Object.fromEntries(
    Object.entries({ ...document, ...said, corrected: true }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  return documents.with(at, changed as EditedDocument<Kind>)
}

/** The first page of the next document after the page that nobody confirmed and that is uncertain. */
export function nextUncertain(documents: readonly EditedDocument[], page: number): number | null {
  const uncertain = documents.filter(isUncertain).map(({ pages }) => pages.first)
  return (
    uncertain.find((first) => first > page) ?? uncertain.find((first) => first !== page) ?? null
  )
}

/** Whether a person ought to look at what was proposed. */
export function isUncertain({ confidence, corrected, kind }: EditedDocument): boolean {
  if (corrected) return false
  return kind === 'unidentified' || (confidence !== undefined && confidence < certainFrom)
}
