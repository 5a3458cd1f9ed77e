/** An address that is no hash leads nowhere, least of all out of the folder. */
export function isAddress(sha256: string): boolean {
  return /^[0-9a-f]{64}$/.test(sha256)
}
