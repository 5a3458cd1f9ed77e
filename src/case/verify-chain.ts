import { chainStart, linkHash } from '#integrity'
import type { RecordedEvent } from './event.ts'

/**
 * Whether a case's events are all there, in order and as they were written: versions 1, 2, 3 …
 * without gaps, one case, each hash made from the content and the hash before it. Names the first
 * that is not. It cannot see events cut off at the end; for that compare the last hash.
 */
export function verifyChain(
  events: readonly RecordedEvent[],
):
  | { readonly ok: true }
  | { readonly ok: false; readonly version: number; readonly because: string } {
  let previous = chainStart
  for (const [index, recorded] of events.entries()) {
    const version = index + 1
    const { hash, previousHash, ...content } = recorded
    if (recorded.version !== version) {
      return {
        ok: false,
        version,
        because: `version ${version} is missing: ${recorded.version} stands in its place`,
      }
    }
    if (recorded.caseId !== events[0]?.caseId) {
      return { ok: false, version, because: `version ${version} belongs to another case` }
    }
    if (previousHash !== previous) {
      return {
        ok: false,
        version,
        because: `version ${version} does not follow the event before it`,
      }
    }
    if (linkHash(previous, content) !== hash) {
      return { ok: false, version, because: `version ${version} is not what was written` }
    }
    previous = hash
  }
  return { ok: true }
}
