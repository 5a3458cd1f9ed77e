import { type DocumentKind, documentKinds } from './document-kinds.ts'

/** What a key says of the document on the page. */
export type CorrectionAct =
  | { readonly act: 'split' | 'join' | 'edit' | 'undo' | 'confirm' }
  | { readonly act: 'kind'; readonly kind: DocumentKind }

const acts: Readonly<Record<string, CorrectionAct>> = {
  s: { act: 'split' },
  m: { act: 'join' },
  e: { act: 'edit' },
  u: { act: 'undo' },
  Enter: { act: 'confirm' },
}

/** The act behind a key; null for any other. */
export function correctionOfKey(key: string): CorrectionAct | null {
  const kind = documentKinds.find(([, own]) => own === key)?.[0]
  return kind ? { act: 'kind', kind } : (acts[key] ?? null)
}

/** The keys in words, for the overlay that explains them. */
export const correctionHelp: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['s'], 'A document begins on this page'],
  [['m'], 'This document belongs to the one before'],
  [['1', '…', '9'], 'What the document is; all kinds stand beside the page'],
  [['e'], 'Title, author and dates'],
  [['Enter'], 'It is right; go to the next uncertain one'],
  [['u'], 'Undo'],
]
