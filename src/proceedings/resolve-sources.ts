import type { RationaleSource } from '#case'
import { isConcept, proveAbsence } from '#evidence'
import { isNonEmpty, ok, type Refusal, type Result, refuse } from '#foundation'
import { findQuote } from './find-quote.ts'
import type { PreparedRecord } from './record-of-case.ts'
import { proceedingsRefusals } from './refusals.ts'

/** A source as a person names it: the page and its words, what was looked for, the edition. */
export type NamedSource =
  | {
      readonly kind: 'record'
      readonly says: string
      /** Name or id of the received file. */
      readonly file: string
      readonly page: number
      readonly quote: string
    }
  | { readonly kind: 'absence'; readonly says: string; readonly concept: string }
  | { readonly kind: 'guideline'; readonly says: string; readonly citation: string }

/**
 * Proves each named source against the record: a quotation must stand on its page, a search for
 * what is said to be absent must come back empty. Refusals, all that apply: `page-not-in-record`,
 * `quote-not-on-page`, `concept-unknown`, `absence-not-proved`.
 */
export function resolveSources(
  sources: readonly NamedSource[],
  record: PreparedRecord,
): Result<readonly RationaleSource[]> {
  const resolved: RationaleSource[] = []
  const refusals: Refusal[] = []
  for (const [index, source] of sources.entries()) {
    const where = `sources[${index}]`
    const result =
      source.kind === 'record'
        ? resolveQuote(source, record, where)
        : source.kind === 'absence'
          ? resolveAbsence(source, record, where)
          : ok(source)
    if (result.ok) resolved.push(result.value)
    else refusals.push(...result.refusals)
  }
  return isNonEmpty(refusals) ? { ok: false, refusals } : ok(resolved)
}

function no(code: keyof typeof proceedingsRefusals, because: string, where: string): Result<never> {
  return { ok: false, refusals: [refuse(proceedingsRefusals, code, because, where)] }
}

function resolveQuote(
  source: Extract<NamedSource, { kind: 'record' }>,
  record: PreparedRecord,
  where: string,
): Result<RationaleSource> {
  const file = record.files.find(
    (candidate) => candidate.fileName === source.file || candidate.fileId === source.file,
  )
  const page = file?.reading.pages[source.page - 1]
  if (!file || !page) {
    return no(
      'page-not-in-record',
      `the record has no page ${source.page} of "${source.file}"`,
      where,
    )
  }
  const span = findQuote(page.text, source.quote)
  if (!span) {
    return no(
      'quote-not-on-page',
      `"${source.quote}" does not stand on page ${source.page} of ${file.fileName}`,
      where,
    )
  }
  return ok({
    kind: 'record',
    says: source.says,
    documentId: file.fileId,
    sha256: file.sha256,
    page: source.page,
    ...span,
    quote: page.text.slice(span.start, span.end),
  })
}

function resolveAbsence(
  source: Extract<NamedSource, { kind: 'absence' }>,
  record: PreparedRecord,
  where: string,
): Result<RationaleSource> {
  if (!isConcept(source.concept)) {
    return no('concept-unknown', `"${source.concept}" is not in the lexicon`, where)
  }
  const search = proveAbsence(source.concept, record.documents, record.readings)
  if (search.found) {
    const [first] = search.citations
    return no(
      'absence-not-proved',
      `the record speaks of "${source.concept}"${first ? `: "${first.quote}" on page ${first.page}` : ''}`,
      where,
    )
  }
  const { terms, pagesSearched, documents } = search.proof
  return ok({
    kind: 'absence',
    says: source.says,
    searched: {
      terms,
      pages: pagesSearched,
      documents: documents.map(({ documentId }) => documentId),
    },
  })
}
