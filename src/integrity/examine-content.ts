import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What was found of a file while it was read. */
export type ExaminedContent = {
  readonly sha256: string
  readonly bytes: number
  readonly crc32: number
  /** Whether one of the texts that were looked for is in it. */
  readonly holdsForbidden: boolean
}

/** Takes a file part by part and tells at the end what it is; holds one part at a time. */
export type Examination = {
  take(part: Uint8Array): void
  end(): ExaminedContent
}

/** `forbidden` are looked for without regard to case, also where a part ends within them. */
export function beginExamination(forbidden: readonly string[] = []): Examination {
  const phrases = forbidden.filter((phrase) => phrase !== '').map((each) => each.toLowerCase())
  const longest = Math.max(0, ...phrases.map(({ length }) => length))
  const hash = createHash('sha256')
  const decoder = new TextDecoder()
  let bytes = 0
  let checksum = 0
  let tail = ''
  let holdsForbidden = false
  return {
    take(part) {
      hash.update(part)
      checksum = crc32(part, checksum)
      bytes += part.length
      if (phrases.length === 0 || holdsForbidden) return
      const text = tail + decoder.decode(part, { stream: true }).toLowerCase()
      holdsForbidden = phrases.some((phrase) => text.includes(phrase))
      tail = text.slice(-longest)
    },
    end: () => ({ sha256: hash.digest('hex'), bytes, crc32: checksum, holdsForbidden }),
  }
}

/** The same of parts that are at hand. */
export function examineParts(
  parts: Iterable<Uint8Array>,
  forbidden: readonly string[] = [],
): ExaminedContent {
  const examination = beginExamination(forbidden)
  for (const part of parts) examination.take(part)
  return examination.end()
}
