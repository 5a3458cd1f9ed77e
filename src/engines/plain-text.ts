/**
 * Bytes of a text as characters: UTF-16 by its byte order mark, else UTF-8, else Windows-1252,
 * which every byte is. `cut`: the text goes on, so its last character may be in pieces.
 */
export function decodeText(bytes: Uint8Array, cut = false): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Whether it has characters that no text has: a picture, an archive or another file of bytes. */
export function isBinary(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32 && code !== 27 && code !== 26)) return true
  }
  return false
}
