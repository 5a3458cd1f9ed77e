import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { type Database, openDatabase } from '#store'
import {
  embeddedPostgres,
  externalPostgres,
  hasExternalPostgres,
  type PostgresForTests,
} from './postgres-for-tests.ts'

/** An empty schema, and the way to open one more connection to it; all are closed after the test. */
type EmptySchema = { open(): Promise<Database> }

/** Runs a contract on the embedded PostgreSQL, and on an external one where there is any. */
export function onEveryPostgres(
  contract: (name: string, emptySchema: () => Promise<EmptySchema>) => void,
): void {
  runOn('the embedded PostgreSQL', embeddedPostgres, contract)
  if (hasExternalPostgres()) runOn('an external PostgreSQL', externalPostgres, contract)
  else {
    describe.skip('an external PostgreSQL: set DATABASE_URL, or install PostgreSQL 15 or newer', () => {})
  }
}

function runOn(
  name: string,
  start: () => Promise<PostgresForTests | null>,
  contract: Parameters<typeof onEveryPostgres>[0],
): void {
  describe(`on ${name}`, () => {
    let postgres: PostgresForTests | null = null
    let opened: Database[] = []
    beforeAll(async () => {
      postgres = await start()
    })
    afterEach(async () => {
      await Promise.all(opened.map((database) => database.close()))
      opened = []
    })
    afterAll(async () => {
      await postgres?.stop()
    })
    contract(name, async () => {
      const url = (await postgres?.emptySchema()) ?? ''
      return {
        open: async () => {
          const database = await openDatabase({ url })
          opened.push(database)
          return database
        },
      }
    })
  })
}
