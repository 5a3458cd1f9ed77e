/** One work cited: the State's schedule, ODG, or anything else. */
export type Citation = {
  readonly source: 'MTUS' | 'ODG' | 'other'
  /** Chapter or work, normalised. */
  readonly title?: string
  /** Year or update date as printed. */
  readonly edition?: string | null
  readonly sections?: readonly string[]
  /** Page ranges, first-last in full: `289-290`. */
  readonly pages?: readonly string[]
}

/** What one side cited for one disputed treatment. */
export type Guideline = {
  /** As printed, lines joined. */
  readonly text: string
  /** False where the letter says that no medical evidence was cited. */
  readonly cited: boolean
  readonly citations: readonly Citation[]
}
