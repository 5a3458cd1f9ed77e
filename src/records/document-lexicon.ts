import { readFileSync } from 'node:fs'
import type { DocumentForm, DocumentKind } from './document.ts'

/** What tells one kind of document from another; see `rules/lexicon/document-kinds.json`. */
export type KindLexicon = {
  readonly kind: DocumentKind
  /** The name of a document of this kind that bears no title. */
  readonly title: string
  readonly titles: RegExp | null
  readonly capitals: RegExp | null
  readonly needs: readonly RegExp[]
  readonly words: readonly RegExp[]
  /** So many of the words make the kind where no title does. */
  readonly wordsNeeded: number
}

type Written = {
  readonly kinds: readonly {
    readonly kind: DocumentKind
    readonly title: string
    readonly titles: readonly string[]
    readonly capitals: readonly string[]
    readonly needs: readonly string[]
    readonly words: readonly string[]
    readonly wordsNeeded?: number
  }[]
  readonly dateLabels: Readonly<
    Record<'service' | 'decision' | 'report' | 'never', readonly string[]>
  >
  readonly forms: readonly {
    readonly form: DocumentForm
    readonly kind: DocumentKind
    readonly titles: string
  }[]
  readonly authorCues: readonly string[]
  readonly credentials: readonly string[]
  readonly keepCapitals: readonly string[]
}

const written = JSON.parse(
  readFileSync(new URL('../../rules/lexicon/document-kinds.json', import.meta.url), 'utf8'),
) as Written

const startOf = (patterns: readonly string[]) =>
  patterns.length ? new RegExp(`^(?:${patterns.join('|')})`, 'i') : null

export const kindLexicons: readonly KindLexicon[] = written.kinds.map((entry) => ({
  kind: entry.kind,
  title: entry.title,
  titles: startOf(entry.titles),
  capitals: startOf(entry.capitals),
  needs: entry.needs.map((pattern) => new RegExp(pattern, 'i')),
  wordsNeeded: entry.wordsNeeded ?? 2,
  words: entry.words.map((pattern) => new RegExp(`(?<![A-Za-z])(?:${pattern})`, 'im')),
}))

const forms = written.forms.map(({ form, kind, titles }) => ({
  form,
  kind,
  titles: new RegExp(`(?<![A-Za-z])(?:${titles})(?![A-Za-z])`, 'i'),
}))

/**
 * Which form of its kind a document is, by its title, else by the first lines of its first page:
 * a PR-2 among progress reports, a QME's or AME's among medical-legal reports.
 */
export function formOf(
  kind: DocumentKind,
  title: string,
  firstLines: readonly string[],
): DocumentForm | null {
  const own = forms.filter((entry) => entry.kind === kind)
  for (const text of [title, firstLines.slice(0, 6).join('\n')]) {
    const found = own.find(({ titles }) => titles.test(text))
    if (found) return found.form
  }
  return null
}

const labels = (patterns: readonly string[]) => `(?<![A-Za-z])(?:${patterns.join('|')})`

/** Words before a date that say what it is the date of. */
export const dateLabels: {
  readonly service: string
  readonly decision: string
  readonly report: string
  readonly never: string
} = {
  service: labels(written.dateLabels.service),
  decision: labels(written.dateLabels.decision),
  report: labels(written.dateLabels.report),
  never: labels(written.dateLabels.never),
}

export const authorCues: readonly string[] = written.authorCues
export const credentials: string = written.credentials.join('|')
export const keepCapitals: ReadonlyMap<string, string> = new Map(
  written.keepCapitals.map((word) => [word.toUpperCase(), word]),
)
