// A process of its own that appends to a case and says what was acknowledged.
// Arguments: home folder, case id, number of appends.
import { makeCaseStore, openDatabase, StatementError } from '#store'
import { caseManager, someTime, summaryWritten } from './build-case-events.ts'

const [, , home = '', caseId = '', wanted = '0'] = process.argv
const database = await openDatabase({ home })
const store = makeCaseStore(database)
process.stdout.write('open\n')

let version = await versionNow()
for (let done = 0; done < Number(wanted); ) {
  const acknowledged = await appendOne(done)
  if (acknowledged) {
    version = acknowledged.version
    done += 1
    process.stdout.write(`ack ${version} ${acknowledged.hash}\n`)
  } else {
    version = await versionNow()
  }
}
await database.close()

/** Null if someone else was faster, or if the server went away: then nobody knows. */
async function appendOne(done: number): Promise<{ version: number; hash: string } | null> {
  try {
    const answer = await store.append({
      caseId,
      expectedVersion: version,
      at: someTime,
      by: caseManager,
      events: [summaryWritten(`${process.pid} ${done}`)],
    })
    return answer.ok ? answer.value : null
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}

async function versionNow(): Promise<number> {
  return (await store.load(caseId)).length
}
