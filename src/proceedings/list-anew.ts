import { isNonEmpty } from '#foundation'
import { buildLedger, findLedgerDefect, listDocuments } from '#records'
import type { CommandBody } from './act-on.ts'
import { putJson } from './artifacts.ts'
import type { Deps } from './deps.ts'
import type { PreparedRecord } from './record-of-case.ts'

/**
 * The command that lists the documents of the record, with the ledger that the list is made of;
 * null where there is nothing to list (8 CCR 9792.10.6(d)).
 * @throws LedgerBrokenError where list and ledger differ, which is a fault of ours
 */
export async function listAnew(deps: Deps, record: PreparedRecord): Promise<CommandBody | null> {
  const ledger = buildLedger(record.known, record.documents)
  const documents = listDocuments(ledger)
  if (!isNonEmpty(documents)) return null
  const files = record.known.map(({ fileId, reading, pages }) => ({
    fileId,
    pages: reading?.pages.length ?? pages,
  }))
  const defect = findLedgerDefect(ledger, documents, files)
  if (defect !== null) throw new LedgerBrokenError(defect)
  return {
    type: 'ListRecords',
    documents,
    ledger: await putJson(deps.artifacts, 'records-ledger', ledger),
  }
}

class LedgerBrokenError extends Error {
  constructor(because: string) {
    super(`the ledger of the record does not hold: ${because}`)
    this.name = 'LedgerBrokenError'
  }
}
