import { makeCaseStore } from '#store'
import { onEveryPostgres } from '../support/on-every-postgres.ts'
import { caseStoreContract } from './case-store.ts'

onEveryPostgres((name, emptySchema) =>
  caseStoreContract(name, async () => {
    const schema = await emptySchema()
    const another = async () => makeCaseStore(await schema.open())
    return { store: await another(), another }
  }),
)
