import { ok, type Result, refuse, refused } from '#foundation'
import type { Database, Queries } from './database.ts'
import { storeRefusals } from './refusals.ts'
import { statement } from './statement.ts'

/** In an order in which what is referred to comes first. */
const tables = [
  'case_events',
  'cases',
  'case_queue',
  'case_words',
  'case_clocks',
  'reading_queue',
  'case_numbers',
  'outbox',
  'users',
  'user_cases',
  'sessions',
  'saved_views',
  'access_log',
  'reviewers',
] as const

/** Columns that the database numbers by itself. */
const numbered = [
  ['outbox', 'notification_id'],
  ['user_cases', 'position'],
  ['access_log', 'access_id'],
] as const

const rowsAtOnce = 500

/**
 * Copies everything from one database to an empty one, from the embedded PostgreSQL to an external
 * one or back: whole or not at all, as the source was at one moment. The hash of each event is
 * computed again as it is written. Refuses `database-not-empty`.
 */
export async function copyDatabase(
  from: Database,
  to: Database,
): Promise<Result<{ readonly rows: Readonly<Record<string, number>> }>> {
  return to.transaction(async (target) => {
    const [found] = await target.query(anything)
    if (found?.found) {
      return refused(
        refuse(
          storeRefusals,
          'database-not-empty',
          'The database to copy to has cases or accounts of its own.',
        ),
      )
    }
    const rows = await from.transaction(async (source) => {
      await source.query(asOneMoment)
      const counts: Record<string, number> = {}
      for (const table of tables) counts[table] = await copyTable(table, source, target)
      return counts
    })
    for (const [table, column] of numbered) {
      await target.query(
        statement(
          '',
          `select setval(pg_get_serial_sequence('${table}', '${column}'),
             greatest((select max(${column}) from ${table}), 1))`,
        ),
      )
    }
    return ok({ rows })
  })
}

/**
 * Every value travels as text: JSON that is read and written again would not be what was hashed,
 * and PostgreSQL's own functions for JSON stumble over an escaped null character.
 */
async function copyTable(table: string, source: Queries, target: Queries): Promise<number> {
  const columns = await target.query(columnsOf, [table])
  const asText = columns.map(({ name }) => `"${name}"::text`).join(', ')
  await source.query(
    statement('', `declare copied cursor for select array[${asText}] as values from ${table}`),
  )
  const insert = statement(
    `copy-into-${table}`,
    `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
     overriding system value
     select ${columns.map(({ type }, index) => `v${index}::${type}`).join(', ')}
     from unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(', ')})
       as t (${columns.map((_, index) => `v${index}`).join(', ')})`,
  )
  let count = 0
  for (;;) {
    const rows = await source.query(
      statement<{ readonly values: readonly (string | null)[] }>(
        '',
        `fetch ${rowsAtOnce} from copied`,
      ),
    )
    if (rows.length === 0) break
    await target.query(
      insert,
      columns.map((_, index) => rows.map(({ values }) => values[index] ?? null)),
    )
    count += rows.length
  }
  await source.query(statement('', 'close copied'))
  return count
}

const columnsOf = statement<{ readonly name: string; readonly type: string }>(
  'columns-of-table',
  `select attname as name, format_type(atttypid, atttypmod) as type
   from pg_attribute
   where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = ''
   order by attnum`,
)

const anything = statement<{ readonly found: boolean }>(
  'anything-there',
  `select exists (select from case_events) or exists (select from users)
     or exists (select from reviewers) as found`,
)

const asOneMoment = statement('', 'set transaction isolation level repeatable read')
