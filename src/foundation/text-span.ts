/** Characters `start` (included) to `end` (excluded) of a text, in UTF-16 units. */
export type TextSpan = { readonly start: number; readonly end: number }

/** A place in the record that proves a statement. The quote is the text at the span, to the letter. */
export type RecordCitation = {
  readonly documentId: string
  /** Of the document's bytes. */
  readonly sha256: string
  /** Counted from 1. */
  readonly page: number
  /** In the page's reading-order text. */
  readonly span: TextSpan
  readonly quote: string
}

/** Whether the text at the citation's span still is its quote. */
export function citationHolds(citation: RecordCitation, pageText: string): boolean {
  return pageText.slice(citation.span.start, citation.span.end) === citation.quote
}
