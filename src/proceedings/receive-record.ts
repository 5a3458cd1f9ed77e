import { ok, type PlainDate, type Result } from '#foundation'
import type { PartyRole } from '#intake'
import type { Acted } from './act-on.ts'
import type { Act, Deps } from './deps.ts'
import { readFileNow } from './read-file.ts'
import { receiveFiles } from './receive-files.ts'

/**
 * Takes one file into the record and reads its pages at once: for runs without a worker. Found
 * after the others were sent (Labor Code 4610.5(m)), it is kept with the day on which its sender
 * found it; where the record was complete already, `listLateRecords` follows. Refuses what
 * `receiveFiles` and the reader of files refuse.
 */
export async function receiveRecord(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly fileName: string
    readonly from: PartyRole
    readonly content: Uint8Array
    readonly receivedOn?: PlainDate
    readonly foundOn?: PlainDate
  },
): Promise<Result<Acted & { readonly documentId: string; readonly pages: number }>> {
  const { fileName, content, ...delivery } = request
  const received = await receiveFiles(deps, act, caseId, {
    ...delivery,
    files: [{ fileName, content }],
  })
  if (!received.ok) return received
  let last: Acted = received.value
  for (const { outcome, documentId } of received.value.receipt.files) {
    if (outcome !== 'received' || documentId === undefined) continue
    const read = await readFileNow(deps, act.at, caseId, documentId)
    if (!read.ok) return read
    last = read.value
  }
  const [first] = received.value.receipt.files
  const documentId = first?.documentId ?? ''
  const pages = last.state.records.find((record) => record.documentId === documentId)?.pages ?? 0
  return ok({ ...last, documentId, pages })
}
