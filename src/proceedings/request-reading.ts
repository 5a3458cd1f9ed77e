import { ok, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import type { Act, Deps } from './deps.ts'

/** Has a file read again that could not be read: it waits for a reader anew. */
export function requestReading(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly documentId: string },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'RequestReading', ...request }]))
}
