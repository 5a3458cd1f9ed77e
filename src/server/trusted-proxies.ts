import { isIP } from 'node:net'
import { ok, type Result, refuse, refused } from '#foundation'
import { serverRefusals } from './refusals.ts'

/**
 * Whose `x-forwarded-for` is believed: nobody's, or that of proxies at these addresses. Never
 * everybody's, and not that of "so many proxies in a row": then a caller who reaches the server
 * directly could choose an address, and with it a rate limit of its own.
 */
export type TrustedProxies = false | string[]

/**
 * Reads the setting OPENIMR_TRUST_PROXY: empty for nobody, or addresses and networks with commas
 * between them (`10.0.0.1, 192.168.0.0/16, loopback`). Refusal: `setting-unreadable`.
 */
export function parseTrustedProxies(setting: string | undefined): Result<TrustedProxies> {
  const text = setting?.trim() ?? ''
  if (text === '') return ok(false)
  const parts = text.split(',').map((part) => part.trim())
  const wrong = parts.find((part) => !namesAddresses(part))
  return wrong === undefined
    ? ok(parts)
    : refused(
        refuse(
          serverRefusals,
          'setting-unreadable',
          `"${wrong}" is no address and no network`,
          'OPENIMR_TRUST_PROXY',
        ),
      )
}

/** Networks that have names of their own. */
const named: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal'])

function namesAddresses(part: string): boolean {
  if (named.has(part)) return true
  const [address = '', bits, ...more] = part.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128)
}
