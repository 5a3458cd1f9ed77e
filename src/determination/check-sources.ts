import type { RationaleSource } from '#case'
import { type Refusal, refuse } from '#foundation'
import { findAbsenceClaims } from './absence-claims.ts'
import { determinationRefusals } from './refusals.ts'

/** A passage that a search for an absence found after all. */
export type FoundPassage = {
  readonly documentId: string
  readonly page: number
  readonly quote: string
}

/**
 * Whether the sources of a rationale hold, today, against the record. Empty when they do.
 *
 * - A record source: its quote is the text of its page at its place, to the letter.
 * - An absence source: it says what was searched, and the same search, made again, finds nothing.
 * - A sentence that claims an absence has an absence source that speaks of the same thing.
 *
 * `pageText` gives the text of a page of a file, null if the case has no such page; `search` runs
 * the search for an absence again. Refusals: `page-not-in-record`, `quote-differs-from-page`,
 * `absence-not-searched`, `absence-contradicted`, `absence-claim-without-source`.
 * Authority: Labor Code 4610.6(e) and (h)(5).
 */
export function checkSources(request: {
  readonly rationale: string
  readonly sources: readonly RationaleSource[]
  readonly pageText: (sha256: string, page: number) => string | null
  readonly search: (
    terms: readonly string[],
    documents: readonly string[],
  ) => readonly FoundPassage[]
}): readonly Refusal[] {
  const { rationale, sources } = request
  const refusals = sources.flatMap((source, index) => {
    const where = `sources.${index}`
    if (source.kind === 'record') return checkRecord(source, request.pageText, where)
    return source.kind === 'absence' ? checkAbsence(source, request.search, where) : []
  })
  const absences = sources.filter((source) => source.kind === 'absence')
  for (const { text, span } of findAbsenceClaims(rationale)) {
    if (!absences.some(({ says, searched }) => speaksOf(text, [says, ...searched.terms]))) {
      refusals.push(
        refuse(
          determinationRefusals,
          'absence-claim-without-source',
          `"${text}" is not backed by a search of the record`,
          `rationale.${span.start}-${span.end}`,
        ),
      )
    }
  }
  return refusals
}

function checkRecord(
  source: Extract<RationaleSource, { kind: 'record' }>,
  pageText: (sha256: string, page: number) => string | null,
  where: string,
): Refusal[] {
  const text = pageText(source.sha256, source.page)
  if (text === null) {
    const what = `page ${source.page} of ${source.documentId} is not in the record of this case`
    return [refuse(determinationRefusals, 'page-not-in-record', what, where)]
  }
  if (source.quote !== '' && text.slice(source.start, source.end) === source.quote) return []
  return [
    refuse(
      determinationRefusals,
      'quote-differs-from-page',
      `"${source.quote}" is not what page ${source.page} of ${source.documentId} says there`,
      where,
    ),
  ]
}

function checkAbsence(
  source: Extract<RationaleSource, { kind: 'absence' }>,
  search: (terms: readonly string[], documents: readonly string[]) => readonly FoundPassage[],
  where: string,
): Refusal[] {
  const { terms, documents, pages } = source.searched
  if (terms.length === 0 || documents.length === 0 || pages < 1) {
    const what = `for "${source.says}" nothing was searched`
    return [refuse(determinationRefusals, 'absence-not-searched', what, where)]
  }
  const found = search(terms, documents)[0]
  if (!found) return []
  return [
    refuse(
      determinationRefusals,
      'absence-contradicted',
      `"${source.says}", but page ${found.page} of ${found.documentId} says: "${found.quote}"`,
      where,
    ),
  ]
}

/** Whether a sentence is about what a source says or searched: it holds most words of one of them. */
function speaksOf(sentence: string, statements: readonly string[]): boolean {
  const held = new Set(contentWords(sentence))
  return statements.some((statement) => {
    const words = contentWords(statement)
    const shared = words.filter((word) => held.has(word)).length
    return words.length > 0 && shared / Math.min(words.length, held.size) >= 0.6
  })
}

const empty = new Set(
  (
    'the and for with that this was were are has have had not any there been from patient worker ' +
    'injured documentation documented evidence record records lack absence indication provided ' +
    'medical review specified noted reported mention'
  ).split(' '),
)

function contentWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z][a-z-]{2,}/g) ?? [])
    .map((word) => word.replace(/(?<=[a-z]{3})s$/, ''))
    .filter((word) => !empty.has(word))
}
