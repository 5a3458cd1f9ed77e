import { type CorrectedDocument, foldEvents } from '#case'
import type { Result } from '#foundation'
import { type Acted, appendDecided, type CommandBody, decideAll, loadEvents } from './act-on.ts'
import type { Act, Deps } from './deps.ts'
import { listAnew } from './list-anew.ts'
import { recordOfCase } from './record-of-case.ts'

/**
 * A person says which documents a file holds. Once the record was found complete, the list of the
 * documents reviewed is made anew with it, so that the draft need not wait for anybody; while a
 * later file is still being read, the list follows with that file.
 */
export async function correctDocuments(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly fileId: string; readonly documents: readonly CorrectedDocument[] },
): Promise<Result<Acted>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const events = loaded.value
  const state = foldEvents(events)
  const commands: CommandBody[] = [{ type: 'CorrectDocuments', ...request }]
  const corrected = decideAll(act, state, commands)
  if (!corrected.ok) return corrected
  const { recordsCompletedOn, records, correctedDocuments } = corrected.value.state
  if (recordsCompletedOn !== null && records.every(({ reading }) => reading !== 'waiting')) {
    const listing = await listAnew(deps, await recordOfCase(deps, events, correctedDocuments))
    if (listing) commands.push(listing)
  }
  return appendDecided(deps, act, caseId, state, commands)
}
