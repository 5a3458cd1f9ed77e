/** One step forward of the tables. It is never changed once a practice has run it. */
export type Migration = {
  readonly version: number
  readonly name: string
  readonly sql: string
  /** What is derived from the events is made anew after it. */
  readonly rebuild?: true
}
