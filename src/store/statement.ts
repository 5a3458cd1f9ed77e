/**
 * One SQL statement with a name of its own, prepared once on each connection.
 * `Row` is what it answers; the contract tests hold the promise.
 */
export type Statement<Row> = {
  readonly name: string
  readonly text: string
  readonly __row?: Row
}

/** Names a statement. The same name must always mean the same text. */
export function statement<Row = Record<string, never>>(name: string, text: string): Statement<Row> {
  return { name, text }
}
