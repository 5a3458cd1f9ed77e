/** A source as the reviewer names it; the server proves it against the record. */
export type NewSource =
  | {
      readonly kind: 'record'
      readonly says: string
      readonly documentId: string
      readonly page: number
      readonly quote: string
    }
  | { readonly kind: 'absence'; readonly says: string; readonly concept: string }
  | { readonly kind: 'guideline'; readonly says: string; readonly citation: string }
