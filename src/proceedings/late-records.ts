import { foldEvents } from '#case'
import type { Result } from '#foundation'
import { type Acted, appendDecided, loadEvents } from './act-on.ts'
import type { Act, Deps } from './deps.ts'
import { listAnew } from './list-anew.ts'
import { recordOfCase } from './record-of-case.ts'

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
