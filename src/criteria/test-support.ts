import type { Assertion, Fact, ProofOfAbsence } from '#evidence'
import { termsOf } from '#evidence'
import type { PartialDate, PlainDate, RecordCitation } from '#foundation'
import type { BodyRegion, DisputedTreatment } from '#intake'
import { type Answer, assess } from './assess.ts'
import type { Assessment, PackAssessment } from './assessment.ts'
import type { Pack, PackCase } from './pack.ts'

/** A citation of an invented page, one for each number. */
export function citationAt(n: number): RecordCitation {
  return {
    documentId: `d${n}`,
    sha256: 'a'.repeat(64),
    page: 1,
    span: { start: 0, end: 4 },
    quote: 'text',
  }
}

export function treatmentOf(written: PackCase['treatment']): DisputedTreatment {
  return {
    id: 't9',
    treatment: written.treatment,
    bodyRegions: written.bodyRegions as readonly BodyRegion[],
    retrospective: false,
    claimsAdministratorGuideline: '',
    ...(written.side === undefined ? {} : { side: written.side }),
    ...(written.levels === undefined ? {} : { levels: written.levels }),
    ...(written.associatedWith === undefined ? {} : { associatedWith: written.associatedWith }),
  }
}

function dateOf(text: string): PartialDate {
  if (text.length === 10) return { precision: 'day', value: text as PlainDate }
  return { precision: text.length === 7 ? 'month' : 'year', value: text }
}

/** Facts of a pack's case, each from a document of its own. */
export function factsOf(written: PackCase['facts']): readonly Fact[] {
  return written.map((fact, index) => ({
    factId: `f${index}`,
    kind: 'symptom',
    concept: fact.concept,
    assertion: fact.assertion as Assertion,
    temporality: fact.temporality ?? 'current',
    experiencer: fact.experiencer ?? 'patient',
    citation: citationAt(index + 1),
    ...(fact.region === undefined ? {} : { region: fact.region as BodyRegion }),
    ...(fact.side === undefined ? {} : { side: fact.side }),
    ...(fact.levels === undefined ? {} : { levels: fact.levels }),
    ...(fact.value === undefined ? {} : { value: fact.value }),
    ...(fact.unit === undefined ? {} : { unit: fact.unit }),
    ...(fact.date === undefined ? {} : { date: dateOf(fact.date) }),
  }))
}

export function emptySearch(concept: string): ProofOfAbsence {
  return {
    concept,
    terms: termsOf(concept),
    documents: [{ documentId: 'd1', sha256: 'a'.repeat(64), pages: 3 }],
    pagesSearched: 3,
    pagesNotReadable: [],
    nearMisses: [],
  }
}

export function assessCase(pack: Pack, one: PackCase): PackAssessment {
  const answers: readonly Answer[] = Object.entries(one.answers).map(([criterionId, result]) => ({
    criterionId,
    result,
    evidence: [citationAt(99)],
  }))
  return assess(
    { ...pack, governingDate: one.governingDate ?? pack.content.effective.to ?? '2026-11-01' },
    treatmentOf(one.treatment),
    factsOf(one.facts),
    emptySearch,
    answers,
  )
}

export function leafResults(root: Assessment): ReadonlyMap<string, Assessment['result']> {
  return new Map([
    [root.criterionId, root.result],
    ...root.children.flatMap((child) => [...leafResults(child)]),
  ])
}
