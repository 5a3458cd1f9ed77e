import { setTimeout as pause } from 'node:timers/promises'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { attachToServer, type ServerOptions, type ServerShare } from './embedded-postgres.ts'
import { DatabaseUnavailableError, StatementError } from './faults.ts'
import { homeFolder } from './home-folder.ts'
import { migrate } from './migrations.ts'
import type { Statement } from './statement.ts'

/** Runs statements: a database (each by itself) or a transaction (all or none). */
export type Queries = {
  /** The rows a statement answers. A failure is a `StatementError`. */
  query<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<readonly Row[]>
}

export type Database = Queries & {
  /** Does the work in one transaction, which is undone if the work throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
  readonly engine: {
    readonly kind: 'embedded' | 'external'
    /** `18.4` */
    readonly version: string
    /** Settings of the database under which acknowledged work could be lost. */
    readonly warnings: readonly string[]
  }
}

/**
 * Opens the database: the one at `url` (PostgreSQL ≥ 15, UTF-8), else the embedded one of the
 * `home` folder; brings its tables up to date or refuses to (`MigrationError`).
 * Throws `DatabaseUnavailableError` where there is none; never falls back to another engine.
 */
export async function openDatabase(
  options: { readonly url?: string; readonly home?: string; readonly server?: ServerOptions } = {},
): Promise<Database> {
  const source = options.url ? external(options.url) : embedded(options)
  try {
    await source.prepare()
    const engine = await inspect(source)
    const database = databaseOf(source, engine)
    await migrate(database)
    return database
  } catch (error) {
    await source.close()
    throw error
  }
}

type Source = {
  readonly kind: 'embedded' | 'external'
  prepare(): Promise<void>
  connect(): Promise<PoolClient>
  close(): Promise<void>
}

const poolSettings = {
  max: 10,
  idleTimeoutMillis: 30_000,
  connectionTimeoutMillis: 15_000,
  application_name: 'openimr',
  allowExitOnIdle: false,
} as const satisfies PoolConfig

function external(url: string): Source {
  const pool = makePool({ ...poolSettings, connectionString: url })
  return {
    kind: 'external',
    prepare: async () => {},
    connect: async () => {
      try {
        return await pool.connect()
      } catch (cause) {
        throw new DatabaseUnavailableError(
          `The PostgreSQL at DATABASE_URL does not answer (${codeOf(cause)}). Check that it runs, ` +
            'and the host, port, user, password and database of DATABASE_URL.',
          { cause },
        )
      }
    },
    close: () => pool.end(),
  }
}

function embedded(options: { readonly home?: string; readonly server?: ServerOptions }): Source {
  const home = options.home ?? homeFolder()
  let share: ServerShare | null = null
  let attaching: Promise<ServerShare> | null = null
  let pool: Pool | null = null
  /** Attaches anew: the server was killed or stopped, and whoever comes first starts it again. */
  const attach = async (): Promise<void> => {
    attaching ??= attachToServer(home, options.server).finally(() => {
      attaching = null
    })
    const fresh = await attaching
    if (share !== fresh) share?.release()
    share = fresh
    pool ??= makePool({
      ...poolSettings,
      host: fresh.socketFolder,
      port: 5432,
      user: 'openimr',
      database: 'openimr',
      password: '',
      ssl: false,
    })
  }
  return {
    kind: 'embedded',
    prepare: attach,
    connect: async () => {
      const began = Date.now()
      for (;;) {
        try {
          if (!pool) throw new TypeError('connect before prepare')
          return await pool.connect()
        } catch (cause) {
          if (!isServerGone(cause)) throw cause
          if (Date.now() - began > 60_000) {
            throw new DatabaseUnavailableError(
              `The embedded PostgreSQL of ${home} does not answer (${codeOf(cause)}). ` +
                'Set DATABASE_URL to use another PostgreSQL (15 or newer).',
              { cause },
            )
          }
          await attach()
          await pause(20)
        }
      }
    },
    close: async () => {
      await pool?.end()
      share?.release()
    },
  }
}

function makePool(config: PoolConfig): Pool {
  const pool = new Pool(config)
  // A connection that breaks while nobody uses it is simply replaced.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
  })
  return pool
}

function databaseOf(source: Source, engine: Database['engine']): Database {
  let closing: Promise<void> | null = null
  return {
    engine,
    query: async (asked, values = []) => {
      const client = await source.connect()
      return runAndRelease(client, () => run(client, asked, values))
    },
    transaction: async (work) => {
      const client = await source.connect()
      return runAndRelease(client, async () => {
        await client.query('begin')
        try {
          const answer = await work({ query: (asked, values = []) => run(client, asked, values) })
          await client.query('commit')
          return answer
        } catch (error) {
          await client.query('rollback').catch(() => {})
          throw error
        }
      })
    },
    close: () => {
      closing ??= source.close()
      return closing
    },
  }
}

async function run<Row>(
  client: PoolClient,
  asked: Statement<Row>,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  try {
    const answer = await client.query({ name: asked.name, text: asked.text, values: [...values] })
    return answer.rows as readonly Row[]
  } catch (cause) {
    throw new StatementError(asked.name, cause)
  }
}

/** Gives the connection back, or throws it away if it may be broken. */
async function runAndRelease<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    const answer = await work()
    client.release()
    return answer
  } catch (error) {
    client.release(isServerGone(error instanceof StatementError ? error.cause : error))
    throw error
  }
}

async function inspect(source: Source): Promise<Database['engine']> {
  const client = await source.connect()
  const answer = await runAndRelease(client, () =>
    client.query<Record<string, string>>(`
      select current_setting('server_version_num') as number,
        current_setting('server_version') as version,
        current_setting('server_encoding') as encoding,
        current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as synchronous_commit`),
  )
  const found = answer.rows[0] ?? {}
  if (Number(found['number']) < 150_000) {
    throw new DatabaseUnavailableError(
      `The PostgreSQL at DATABASE_URL is version ${found['version']}; OpenIMR needs 15 or newer.`,
    )
  }
  if (found['encoding'] !== 'UTF8') {
    throw new DatabaseUnavailableError(
      `The database at DATABASE_URL has the encoding ${found['encoding']}; OpenIMR needs UTF8. ` +
        "Make one with: create database openimr encoding 'UTF8' template template0",
    )
  }
  return {
    kind: source.kind,
    version: found['version']?.split(' ')[0] ?? '',
    warnings: (['fsync', 'synchronous_commit'] as const)
      .filter((setting) => found[setting] === 'off')
      .map(
        (setting) =>
          `The database has ${setting} switched off: what was acknowledged can be lost at a power cut.`,
      ),
  }
}

/** The connection is gone or cannot be made: as against a statement that PostgreSQL refused. */
function isServerGone(error: unknown): boolean {
  const { code, message } = error as { readonly code?: string; readonly message?: string }
  if (code !== undefined && goneCodes.has(code)) return true
  return /Connection terminated|Client has encountered a connection error|not queryable/.test(
    message ?? '',
  )
}

const goneCodes = new Set([
  'ENOENT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  // PostgreSQL: shut down by an administrator, after a crash, not accepting connections yet.
  '57P01',
  '57P02',
  '57P03',
])

function codeOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string }
  return code || message || 'unknown'
}
