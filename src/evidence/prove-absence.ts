import {
  atAStretch,
  type InTurns,
  isNonEmpty,
  type NonEmpty,
  type RecordCitation,
} from '#foundation'
import type { FileReading, RecordDocument } from '#records'
import type { ProofOfAbsence } from './fact.ts'
import { termsOf } from './lexicon.ts'
import { findTerms } from './match-lexicon.ts'
import { splitSentences } from './sentences.ts'

/** What a search of the whole record for a concept gave. */
export type AbsenceSearch =
  | { readonly found: false; readonly proof: ProofOfAbsence }
  /** `proof` says what was searched, with the passages found as near misses. */
  | {
      readonly found: true
      readonly citations: NonEmpty<RecordCitation>
      readonly proof: ProofOfAbsence
    }

/** At most so many near passages are shown. */
const mostNearMisses = 20

/**
 * Whether any word for the concept, or for a narrower one, stands anywhere in the record. Every
 * page is read; pages without text are listed, for them nothing is proved. Words in the claims
 * administrator's own decision are near misses: it is not the medical record.
 */
export function proveAbsence(
  concept: string,
  documents: readonly RecordDocument[],
  readings: ReadonlyMap<string, FileReading>,
): AbsenceSearch {
  const { proof, inRecord } = atAStretch(search(concept, documents, readings))
  return isNonEmpty(inRecord)
    ? { found: true, citations: inRecord, proof: withPassages(proof, inRecord) }
    : { found: false, proof }
}

/**
 * The search behind a criterion that no fact answers: as `proveAbsence`, with the passages that
 * use the words without answering the question as near misses.
 */
export function makeSearch(
  documents: readonly RecordDocument[],
  readings: ReadonlyMap<string, FileReading>,
): (concept: string) => ProofOfAbsence {
  const inTurns = makeSearchInTurns(documents, readings)
  return (concept) => atAStretch(inTurns(concept))
}

/** `makeSearch`, page by page. */
export function makeSearchInTurns(
  documents: readonly RecordDocument[],
  readings: ReadonlyMap<string, FileReading>,
): (concept: string) => InTurns<ProofOfAbsence> {
  const kept = new Map<string, ProofOfAbsence>()
  return function* searchFor(concept) {
    const known = kept.get(concept)
    if (known) return known
    const { proof, inRecord } = yield* search(concept, documents, readings)
    const full = withPassages(proof, inRecord)
    kept.set(concept, full)
    return full
  }
}

function withPassages(proof: ProofOfAbsence, passages: readonly RecordCitation[]): ProofOfAbsence {
  return { ...proof, nearMisses: [...passages, ...proof.nearMisses].slice(0, mostNearMisses) }
}

function* search(
  concept: string,
  documents: readonly RecordDocument[],
  readings: ReadonlyMap<string, FileReading>,
): InTurns<{ readonly proof: ProofOfAbsence; readonly inRecord: readonly RecordCitation[] }> {
  const terms = [...new Set(termsOf(concept))]
  const inRecord: RecordCitation[] = []
  const nearMisses: RecordCitation[] = []
  const unreadable: { readonly documentId: string; readonly page: number }[] = []
  let pagesSearched = 0
  for (const document of documents) {
    const pages = readings.get(document.fileId)?.pages ?? []
    for (let number = document.pages.first; number <= document.pages.last; number++) {
      const page = pages[number - 1]
      if (
        !page ||
        page.source === 'none' ||
        (page.text.trim() === '' && document.kind !== 'blank')
      ) {
        unreadable.push({ documentId: document.documentId, page: number })
        continue
      }
      pagesSearched++
      yield
      const hits = findTerms(page.text, terms)
      if (hits.length === 0) continue
      const sentences = splitSentences(page.text)
      const spans = new Set(
        hits.map((hit) =>
          sentences.find(({ start, end }) => hit.start >= start && hit.start < end),
        ),
      )
      for (const span of spans) {
        if (!span) continue
        const bounded = { start: span.start, end: Math.min(span.end, span.start + 400) }
        const citation = {
          documentId: document.documentId,
          sha256: document.sha256,
          page: number,
          span: bounded,
          quote: page.text.slice(bounded.start, bounded.end),
        }
        if (document.kind === 'utilization-review-decision') nearMisses.push(citation)
        else inRecord.push(citation)
      }
    }
  }
  return {
    inRecord,
    proof: {
      concept,
      terms,
      documents: documents.map(({ documentId, sha256, pages }) => ({
        documentId,
        sha256,
        pages: pages.last - pages.first + 1,
      })),
      pagesSearched,
      pagesNotReadable: unreadable,
      nearMisses: nearMisses.slice(0, mostNearMisses),
    },
  }
}
