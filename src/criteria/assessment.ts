import type { ProofOfAbsence } from '#evidence'
import type { NonEmpty, RecordCitation } from '#foundation'

/**
 * A guideline condition applied to the facts. `met` and `not-met` cannot be made without a place
 * in the record; `not-documented` cannot be made without what was searched.
 */
export type Assessment = {
  readonly criterionId: string
  readonly statement: string
  readonly citation: string
  readonly children: readonly Assessment[]
} & (
  | { readonly result: 'met'; readonly evidence: NonEmpty<RecordCitation> }
  | { readonly result: 'not-met'; readonly evidence: NonEmpty<RecordCitation> }
  | { readonly result: 'not-documented'; readonly searched: NonEmpty<ProofOfAbsence> }
  | { readonly result: 'conflicting'; readonly evidence: NonEmpty<RecordCitation> }
  /** Only the reviewer can answer it; the evidence is shown beside the question. */
  | {
      readonly result: 'judgment'
      readonly question: string
      readonly evidence: readonly RecordCitation[]
    }
)

/** The assessment of one pack for one disputed treatment, as kept in the artifact `assessment`. */
export type PackAssessment = {
  readonly treatmentId: string
  readonly pack: string
  readonly packSha256: string
  /** Guideline, edition and pages that the criteria paraphrase. */
  readonly guideline: {
    readonly name: string
    readonly edition: string
    readonly chapter: string
    readonly pages?: string
  }
  readonly governingDate: string
  /** Of the root; `not-documented` also where only questions to the reviewer are open. */
  readonly result: 'met' | 'not-met' | 'not-documented' | 'conflicting'
  readonly root: Assessment
  /** Questions that only the reviewer can answer and that are still open. */
  readonly openQuestions: readonly { readonly criterionId: string; readonly question: string }[]
  /**
   * A step of its own, shown as such: what follows where the guideline takes an undocumented
   * prerequisite as unmet. It informs; the reviewer decides.
   */
  readonly collapse: {
    readonly result: 'established' | 'not-established' | 'open'
    readonly takenAsUnmet: readonly string[]
  }
  /** Smallest sets of criteria that would change the result, each with the values it needs. */
  readonly whatWouldChangeIt: readonly (readonly {
    readonly criterionId: string
    readonly statement: string
    readonly needs: 'met' | 'not-met'
  }[])[]
}
