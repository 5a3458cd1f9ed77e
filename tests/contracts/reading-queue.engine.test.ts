import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { type Database, makeCaseStore, makeReadingQueue, openDatabase } from '#store'
import {
  embeddedPostgres,
  externalPostgres,
  hasExternalPostgres,
  type PostgresForTests,
} from '../support/postgres-for-tests.ts'
import { readingQueueContract } from './reading-queue.ts'

runOn('the embedded PostgreSQL', embeddedPostgres)

if (hasExternalPostgres()) {
  runOn('an external PostgreSQL', externalPostgres)
} else {
  describe.skip('an external PostgreSQL: set DATABASE_URL, or install PostgreSQL 15 or newer', () => {})
}

function runOn(name: string, start: () => Promise<PostgresForTests | null>): void {
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
    readingQueueContract(name, async () => {
      const database = await openDatabase({ url: (await postgres?.emptySchema()) ?? '' })
      opened.push(database)
      return { store: makeCaseStore(database), queue: makeReadingQueue(database) }
    })
  })
}
