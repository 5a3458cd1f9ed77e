import { sha256Of } from '#integrity'
import type { Database, Queries } from './database.ts'
import { MigrationError } from './faults.ts'
import { cases } from './migrations/0001-cases.ts'
import { people } from './migrations/0002-people.ts'
import { milestones } from './migrations/0003-milestones.ts'
import { queue } from './migrations/0004-queue.ts'
import { pagesOpened } from './migrations/0005-pages-opened.ts'
import { readingQueue } from './migrations/0006-reading-queue.ts'
import type { Migration } from './migrations/migration.ts'
import { rebuildWith } from './rebuild-projections.ts'
import { statement } from './statement.ts'

/** All steps, in order. There is no way back: a mistake is mended by the next step. */
const migrations: readonly Migration[] = [
  cases,
  people,
  milestones,
  queue,
  pagesOpened,
  readingQueue,
]

/**
 * Brings the tables up to date, in one transaction and by one process at a time.
 * Throws `MigrationError` if the database has a step that is unknown here (a newer OpenIMR made
 * it) or whose text has changed: then nothing is touched.
 */
export async function migrate(
  database: Pick<Database, 'transaction'>,
  wanted: readonly Migration[] = migrations,
): Promise<{ readonly applied: readonly number[] }> {
  return database.transaction(async (queries) => {
    await queries.query(lockMigrations)
    await queries.query(makeHistory)
    const done = await queries.query(readHistory)
    checkHistory(done, wanted)
    const missing = wanted.slice(done.length)
    for (const migration of missing) await apply(queries, migration)
    if (missing.some((migration) => migration.rebuild)) await rebuildWith(queries)
    return { applied: missing.map((migration) => migration.version) }
  })
}

type Done = { readonly version: number; readonly name: string; readonly checksum: string }

function checkHistory(done: readonly Done[], wanted: readonly Migration[]): void {
  for (const [index, step] of done.entries()) {
    const known = wanted[index]
    if (!known || known.version !== step.version) {
      throw new MigrationError(
        `The database has migration ${step.version} (${step.name}), which this OpenIMR does not ` +
          'know: a newer version has been here. Start that version; there is no way back.',
      )
    }
    if (checksumOf(known) !== step.checksum) {
      throw new MigrationError(
        `Migration ${step.version} (${step.name}) was changed after the database had run it. ` +
          'Restore its text; put the change into a new migration.',
      )
    }
  }
}

async function apply(queries: Queries, migration: Migration): Promise<void> {
  // Unnamed and without values, so that the text may hold many statements.
  await queries.query(statement('', migration.sql))
  await queries.query(recordMigration, [migration.version, migration.name, checksumOf(migration)])
}

function checksumOf(migration: Migration): string {
  return sha256Of(migration.sql)
}

// The number is arbitrary; it only must be ours.
const lockMigrations = statement('lock-migrations', 'select pg_advisory_xact_lock(4929401803)')

const makeHistory = statement(
  'make-migration-history',
  `create table if not exists schema_migrations (
    version integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`,
)

const readHistory = statement<Done>(
  'read-migration-history',
  'select version, name, checksum from schema_migrations order by version',
)

const recordMigration = statement(
  'record-migration',
  'insert into schema_migrations (version, name, checksum) values ($1, $2, $3)',
)
