import { foldEvents } from '#case'
import type { Result } from '#foundation'
import { type Acted, appendDecided, type CommandBody, loadEvents } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'
import { listAnew } from './list-anew.ts'
import { recordOfCase } from './record-of-case.ts'

/**
 * A person finds that the file is complete: its documents are listed with author, date and pages,
 * every page gets its line in the ledger, and the clock of the decision starts.
 */
export async function completeRecords(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly reason?: string } = {},
): Promise<Result<Acted>> {
  const loaded = await loadEvents(deps, caseId)
  if (!loaded.ok) return loaded
  const events = loaded.value
  const state = foldEvents(events)
  const listing = await listAnew(deps, await recordOfCase(deps, events))
  const commands: CommandBody[] = listing ? [listing] : []
  const complete = { type: 'CompleteRecords', ...request } as const
  const certificates = await certifyClocks(deps, act, complete, state)
  if (!certificates.ok) return certificates
  commands.push({ ...complete, certificates: certificates.value })
  return appendDecided(deps, act, caseId, state, commands)
}
