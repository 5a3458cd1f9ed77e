import { foldEvents, type RecordedEvent } from '#case'
import { isNonEmpty, ok, type PlainDate, pacificDateOf, type Result } from '#foundation'
import type { PartyRole } from '#intake'
import { sha256Of } from '#integrity'
import { buildLedger, identifyDocuments, listDocuments } from '#records'
import { type Acted, actOn, appendDecided, type CommandBody, loadCase } from './act-on.ts'
import { putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'
import { readRecord } from './read-record.ts'

/**
 * A file that was found after the others were sent (Labor Code 4610.5(m)): kept with the day on
 * which the sender found it. Where the record was complete already, `listLateRecords` follows; a
 * draft that quality has goes back to the reviewer.
 */
export async function receiveLateRecord(
  deps: Deps,
  act: Act,
  caseId: string,
  request: {
    readonly fileName: string
    readonly from: PartyRole
    readonly content: Uint8Array
    readonly foundOn: PlainDate
  },
): Promise<Result<Acted & { readonly documentId: string }>> {
  const reading = await deps.pdf.read(request.content)
  if (!reading.ok) return reading
  const documentId = `f-${sha256Of(request.content).slice(0, 12)}`
  const acted = await actOn(deps, act, caseId, async () =>
    ok([
      {
        type: 'ReceiveRecord',
        documentId,
        fileName: request.fileName,
        from: request.from,
        pages: reading.value.pages.length,
        file: await deps.artifacts.put(request.content, 'record-file', 'application/pdf'),
        pageTexts: await putJson(deps.artifacts, 'page-texts', reading.value),
        receivedOn: pacificDateOf(act.at),
        foundOn: request.foundOn,
      },
    ]),
  )
  return acted.ok ? ok({ ...acted.value, documentId }) : acted
}

/** Lists the documents of the record anew, with the files that came after it was complete. */
export async function listLateRecords(
  deps: Deps,
  act: Act,
  caseId: string,
): Promise<Result<Acted>> {
  const known = await loadCase(deps, caseId)
  if (!known.ok) return known
  const events: readonly RecordedEvent[] = await deps.cases.load(caseId)
  const files = await readRecord(deps, events)
  const documents = files.flatMap((file) => identifyDocuments(file.reading, file))
  // A file of blank pages only is listed as such: it came, and somebody looked.
  const blank = files.flatMap(({ fileId, fileName, reading }) =>
    documents.some((document) => document.fileId === fileId && document.kind !== 'blank')
      ? []
      : [
          {
            documentId: fileId,
            title: `${fileName}: blank pages`,
            kind: 'blank',
            pages: { first: 1, last: reading.pages.length },
          },
        ],
  )
  const listed = [...listDocuments(documents), ...blank]
  const commands: readonly CommandBody[] = isNonEmpty(listed)
    ? [
        {
          type: 'ListRecords',
          documents: listed,
          ledger: await putJson(deps.artifacts, 'records-ledger', buildLedger(files, documents)),
        },
      ]
    : []
  return appendDecided(deps, act, caseId, foldEvents(events), commands)
}
