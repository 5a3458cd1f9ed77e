/** One test of the eligibility table (handbook, law 3.1), with what it looked at. */
export type EligibilityTest = {
  /** Row of the table: `1` duplicate … `19` records never received. */
  readonly row: number
  readonly test: string
  /** `passed`: does not stand in the way. `unknown`: what is needed is not there yet. `not-reached`: an earlier row has decided. */
  readonly result: 'passed' | 'failed' | 'unknown' | 'not-applicable' | 'not-reached'
  readonly because: string
  readonly authority: string
  /** What was looked at: form field, document and page, deadline. */
  readonly evidence: string
  /** Where the letter of the decision says what was looked at. */
  readonly places?: readonly {
    readonly document: string
    readonly documentId?: string
    readonly page: number
    readonly says: string
  }[]
  readonly cure?: string
  /** Whether the rule behind the row was read in the controlling text, where, and when. */
  readonly verified?: boolean
  readonly source?: string
  readonly readOn?: string
}

export type EligibilityVerdict =
  | 'eligible'
  | 'ineligible'
  | 'deferred'
  | 'duplicate'
  | 'information-needed'

export type EligibilityTable = {
  readonly rules: string
  readonly verdict: EligibilityVerdict
  readonly tests: readonly EligibilityTest[]
  /** The review is of the other kind than asked for (rows 15 and 16). */
  readonly convertTo?: 'standard' | 'expedited'
  /** Cases that this one may be consolidated with (row 17). */
  readonly consolidateWith?: readonly string[]
  /** The case that this application repeats (row 1). */
  readonly duplicateOf?: string
  /** Treatments that the claims administrator has authorized (row 18). */
  readonly authorizedTreatments?: readonly string[]
}
