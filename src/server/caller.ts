import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { principalOf, thePublic } from './principal.ts'
import type { Caller } from './register-operations.ts'
import type { Services } from './services.ts'
import { csrfSecretOf, userOfSession } from './sessions.ts'

/** Names of the cookies; over https the prefix binds them to this host and to https. */
export function cookieNames(secure: boolean): { readonly session: string; readonly csrf: string } {
  const prefix = secure ? '__Host-' : ''
  return { session: `${prefix}openimr`, csrf: `${prefix}openimr-csrf` }
}

/**
 * Reads the session cookie of a call: who calls, and how the session may be changed. The cookie
 * holds the token only, is not readable by scripts and does not go to other sites.
 */
export function makeCallerOf(
  services: Services,
): (request: FastifyRequest, reply: FastifyReply) => Promise<Caller> {
  const { secure, session: limits } = services.settings
  const names = cookieNames(secure)
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  return async (request, reply) => {
    const token = request.cookies[names.session] ?? null
    const user =
      token === null ? null : await userOfSession(services.users, token, services.now(), limits)
    const secretSent = request.cookies[names.csrf]
    const ofSession = user === null || token === null ? null : csrfSecretOf(token)
    let secret = ofSession ?? secretSent
    return {
      principal: user === null ? thePublic : principalOf(user),
      // The library has compared token and secret; here the secret is compared with the session's,
      // so that a secret planted by another site of the same domain is of no use.
      csrfBelongs: ofSession === null || secretSent === ofSession,
      session: {
        token,
        begin(begun) {
          secret = csrfSecretOf(begun)
          reply.setCookie(names.session, begun, options)
        },
        end() {
          reply.clearCookie(names.session, options)
          reply.clearCookie(names.csrf, options)
        },
        csrfToken() {
          secret ??= randomBytes(32).toString('base64url')
          if (secret !== secretSent) reply.setCookie(names.csrf, secret, options)
          request.cookies[names.csrf] = secret
          return reply.generateCsrf()
        },
      },
    }
  }
}
