/** The SHA-256 of a `content-digest` header (RFC 9530) in hexadecimal; null where none was sent. */
export function announcedSha256Of(header: string | readonly string[] | undefined): string | null {
  const text = typeof header === 'string' ? header : (header?.[0] ?? '')
  const match = /sha-256=:([A-Za-z0-9+/]{43}=):/.exec(text)
  return match?.[1] === undefined ? null : Buffer.from(match[1], 'base64').toString('hex')
}
