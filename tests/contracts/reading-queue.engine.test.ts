import { makeCaseStore, makeReadingQueue } from '#store'
import { onEveryPostgres } from '../support/on-every-postgres.ts'
import { readingQueueContract } from './reading-queue.ts'

onEveryPostgres((name, emptySchema) =>
  readingQueueContract(name, async () => {
    const database = await (await emptySchema()).open()
    return { store: makeCaseStore(database), queue: makeReadingQueue(database) }
  }),
)
