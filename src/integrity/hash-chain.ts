import { canonicalJson } from '#foundation'
import { sha256Of } from './sha256.ts'

/** What each link is computed from; `previous` of the first link is `chainStart`. */
export type ChainLink = { readonly previous: string; readonly hash: string }

/** The hash before the first event of a case: 64 zeros. */
export const chainStart: string = '0'.repeat(64)

/** The hash of an event's content behind the hash before it. */
export function linkHash(previous: string, content: unknown): string {
  return linkHashOfText(previous, canonicalJson(content))
}

/** The same where the content's canonical JSON is at hand already. */
export function linkHashOfText(previous: string, content: string): string {
  return sha256Of(`{"content":${content},"previous":${JSON.stringify(previous)}}`)
}
