import { makeMemoryCaseStore } from '#store'
import { caseStoreContract } from './case-store.ts'

caseStoreContract('memory', async () => {
  const store = makeMemoryCaseStore()
  return { store, another: async () => store }
})
