/** There is no database to work with. The message says what to do; it carries no personal data. */
export class DatabaseUnavailableError extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'DatabaseUnavailableError'
  }
}

/** The database is not the one that this version of OpenIMR knows. */
export class MigrationError extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'MigrationError'
  }
}

/**
 * A statement failed. The message names the statement and PostgreSQL's code only: PostgreSQL's own
 * words may quote values, and those stay in `cause`.
 */
export class StatementError extends Error {
  readonly statement: string
  /** SQLSTATE, or the code of the broken connection. */
  readonly code: string
  /** Name of the constraint that was violated, where one was. */
  readonly constraint: string | null
  constructor(statement: string, cause: unknown) {
    const { code, constraint } = cause as { readonly code?: string; readonly constraint?: string }
    super(`statement "${statement}" failed (${[code, constraint].filter(Boolean).join(', ')})`, {
      cause,
    })
    this.name = 'StatementError'
    this.statement = statement
    this.code = code ?? 'unknown'
    this.constraint = constraint ?? null
  }
}

/** Stored bytes are no longer what their address says. */
export class ArtifactDamagedError extends Error {
  constructor(sha256: string) {
    super(`the stored bytes of ${sha256} do not have this hash any more`)
    this.name = 'ArtifactDamagedError'
  }
}
