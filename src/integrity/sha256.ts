import { createHash } from 'node:crypto'
import { canonicalJson } from '#foundation'

/** SHA-256 in lower-case hexadecimal, of bytes or of UTF-8 text. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** SHA-256 of a value's canonical JSON. */
export function sha256OfJson(value: unknown): string {
  return sha256Of(canonicalJson(value))
}
