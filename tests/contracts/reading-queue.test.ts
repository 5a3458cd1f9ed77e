import { makeMemoryCaseStore } from '#store'
import { readingQueueContract } from './reading-queue.ts'

readingQueueContract('memory', async () => {
  const store = makeMemoryCaseStore()
  return { store, queue: store.readingQueue }
})
