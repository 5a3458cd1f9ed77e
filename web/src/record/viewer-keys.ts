/** What a key asks of the viewer. */
export type ViewerAct =
  | 'next-page'
  | 'previous-page'
  | 'first-page'
  | 'last-page'
  | 'go-to-page'
  | 'search'
  | 'next-hit'
  | 'previous-hit'
  | 'zoom-in'
  | 'zoom-out'
  | 'fit'
  | 'turn'
  | 'text-or-picture'
  | 'help'

const acts: Readonly<Record<string, ViewerAct>> = {
  PageDown: 'next-page',
  ArrowRight: 'next-page',
  PageUp: 'previous-page',
  ArrowLeft: 'previous-page',
  Home: 'first-page',
  End: 'last-page',
  g: 'go-to-page',
  '/': 'search',
  n: 'next-hit',
  N: 'previous-hit',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'fit',
  r: 'turn',
  t: 'text-or-picture',
  '?': 'help',
}

/** The keys in words, for the overlay that explains them. */
export const keyHelp: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Page Down', '→'], 'Next page'],
  [['Page Up', '←'], 'Previous page'],
  [['Home', 'End'], 'First and last page'],
  [['g'], 'Go to a page by its number'],
  [['/'], 'Find words in all pages'],
  [['n', 'N'], 'Next and previous place found'],
  [['+', '−'], 'Larger and smaller'],
  [['0'], 'Fit the page into the width'],
  [['r'], 'Turn the page by a quarter'],
  [['t'], 'Text or picture'],
  [['?'], 'This help'],
]

/** The act behind a key; null for any other key and for what the browser or system claims. */
export function actOfKey(key: {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}): ViewerAct | null {
  if (key.altKey || key.ctrlKey || key.metaKey) return null
  return acts[key.key] ?? null
}

/** Whether the key is one character: such keys can be switched off (WCAG 2.1.4). */
export function isCharacterKey(key: string): boolean {
  return key.length === 1
}
