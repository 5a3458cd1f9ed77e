import { foldEvents } from '#case'
import { ok, type PlainDate, pacificDateOf, type Result } from '#foundation'
import type { PartyRole } from '#intake'
import { sha256Of } from '#integrity'
import { type Acted, actOn, appendDecided, loadEvents } from './act-on.ts'
import { putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'
import { listAnew } from './list-anew.ts'
import { recordOfCase } from './record-of-case.ts'

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
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const listing = await listAnew(deps, await recordOfCase(deps, loaded.value))
  return appendDecided(deps, act, caseId, foldEvents(loaded.value), listing ? [listing] : [])
}
