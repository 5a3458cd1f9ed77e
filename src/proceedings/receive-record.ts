import { ok, type PlainDate, pacificDateOf, type Result } from '#foundation'
import type { PartyRole } from '#intake'
import { sha256Of } from '#integrity'
import { type Acted, actOn } from './act-on.ts'
import { putJson } from './artifacts.ts'
import type { Act, Deps } from './deps.ts'

/**
 * Stores a file of the record and reads its pages. The bytes are durable before the step is
 * acknowledged. Refuses what the PDF reader refuses (`not-a-pdf`, …) and what the case refuses.
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
  },
): Promise<Result<Acted & { readonly documentId: string; readonly pages: number }>> {
  const reading = await deps.pdf.read(request.content)
  if (!reading.ok) return reading
  const documentId = `f-${sha256Of(request.content).slice(0, 12)}`
  const pages = reading.value.pages.length
  const acted = await actOn(deps, act, caseId, async () =>
    ok([
      {
        type: 'ReceiveRecord',
        documentId,
        fileName: request.fileName,
        from: request.from,
        pages,
        file: await deps.artifacts.put(request.content, 'record-file', 'application/pdf'),
        pageTexts: await putJson(deps.artifacts, 'page-texts', reading.value),
        receivedOn: request.receivedOn ?? pacificDateOf(act.at),
      },
    ]),
  )
  return acted.ok ? ok({ ...acted.value, documentId, pages }) : acted
}
