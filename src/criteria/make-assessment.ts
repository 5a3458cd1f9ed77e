import type { ProofOfAbsence } from '#evidence'
import { isNonEmpty, type RecordCitation } from '#foundation'
import type { Assessment } from './assessment.ts'

/** What every assessment says of its criterion. */
export type AssessedCriterion = {
  readonly criterionId: string
  readonly statement: string
  readonly citation: string
  readonly children: readonly Assessment[]
}

/** An assessment was to be made without the proof its result needs. */
export class AssessmentWithoutProofError extends Error {
  constructor(criterionId: string, result: string) {
    super(`criterion ${criterionId} cannot be ${result} without proof`)
    this.name = 'AssessmentWithoutProofError'
  }
}

/** `met`, `not-met` or `conflicting`, with the places in the record. Faults without a citation. */
export function makeAnswered(
  criterion: AssessedCriterion,
  result: 'met' | 'not-met' | 'conflicting',
  evidence: readonly RecordCitation[],
): Assessment {
  const places = distinct(evidence)
  if (!isNonEmpty(places)) throw new AssessmentWithoutProofError(criterion.criterionId, result)
  return { ...criterion, result, evidence: places }
}

/** `not-documented`, with what was searched. Faults without a proof that names its words. */
export function makeNotDocumented(
  criterion: AssessedCriterion,
  searched: readonly ProofOfAbsence[],
): Assessment {
  const proofs = [...new Map(searched.map((proof) => [proof.concept, proof])).values()]
  if (!isNonEmpty(proofs) || proofs.some(({ terms }) => terms.length === 0)) {
    throw new AssessmentWithoutProofError(criterion.criterionId, 'not-documented')
  }
  return { ...criterion, result: 'not-documented', searched: proofs }
}

/** A question for the reviewer, with what the record has to show for it. */
export function makeJudgment(
  criterion: AssessedCriterion,
  question: string,
  evidence: readonly RecordCitation[],
): Assessment {
  return { ...criterion, result: 'judgment', question, evidence: distinct(evidence) }
}

function distinct(citations: readonly RecordCitation[]): readonly RecordCitation[] {
  const seen = new Map(
    citations.map((one) => [
      `${one.documentId} ${one.page} ${one.span.start} ${one.span.end}`,
      one,
    ]),
  )
  return [...seen.values()]
}
