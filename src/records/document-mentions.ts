import { readFileSync } from 'node:fs'
import type { DocumentKind } from './document.ts'

/** How texts speak of other documents; see `rules/lexicon/document-mentions.json`. */
export type MentionLexicon = {
  readonly kind: DocumentKind
  readonly answeredBy: ReadonlySet<DocumentKind>
  readonly phrase: string
  /** A study is done on a day: "MRI on 08/29/2016" names its report. */
  readonly study: boolean
}

type Written = {
  readonly kind: DocumentKind
  readonly answeredBy: readonly DocumentKind[]
  readonly phrase: string
  readonly study?: boolean
}

const written = JSON.parse(
  readFileSync(new URL('../../rules/lexicon/document-mentions.json', import.meta.url), 'utf8'),
) as {
  readonly mentions: readonly Written[]
  readonly anyReport: Written
  readonly notYetThere: string
  readonly regions: Readonly<Record<string, string>>
}

const lexiconOf = ({ kind, answeredBy, phrase, study = false }: Written): MentionLexicon => ({
  kind,
  answeredBy: new Set(answeredBy),
  phrase,
  study,
})

export const mentionLexicons: readonly MentionLexicon[] = written.mentions.map(lexiconOf)
export const anyReport: MentionLexicon = lexiconOf(written.anyReport)
export const notYetThere: string = written.notYetThere

const regions = Object.entries(written.regions).map(
  ([region, words]) => [region, new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu')] as const,
)

/** The body regions that a text names, coarsely: enough to tell two studies of one day apart. */
export function regionsNamed(text: string): readonly string[] {
  return regions.filter(([, words]) => words.test(text)).map(([region]) => region)
}
