/** One step forward of the tables. It is never changed once a practice has run it. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }
