import type { MoreFont, TypesettingJob } from './typesetter.ts'

/** What the typesetting child is told: first its fonts, then document after document. */
export type TypesettingRequest =
  | { readonly kind: 'fonts'; readonly moreFonts: readonly MoreFont[] }
  | { readonly kind: 'set'; readonly job: TypesettingJob }

/** One answer for each document, in the order they came. */
export type TypesettingReply =
  | { readonly kind: 'pdf'; readonly content: Uint8Array }
  | { readonly kind: 'fault'; readonly message: string }
