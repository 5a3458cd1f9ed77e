import { type Operations, operations } from '#api'
import { ok } from '#foundation'
import type { AnswerTo, HandlersOf, SessionControl } from './handler.ts'
import { type Principal, principalOf } from './principal.ts'
import { endSession, openSession } from './sessions.ts'
import { signInWith } from './sign-in.ts'

export const sessionHandlers: HandlersOf<'signIn' | 'signOut' | 'getSession'> = {
  async signIn(call, services) {
    const { users, settings } = services
    const noSooner = new Promise((resolve) =>
      setTimeout(resolve, settings.refusedSignInMilliseconds),
    )
    const user = await signInWith(users, call.body, services.now(), settings.lockOut)
    if (!user.ok) {
      await noSooner
      return user
    }
    if (call.session.token !== null) await endSession(users, call.session.token)
    call.session.begin(await openSession(users, user.value.userId, services.now()))
    return ok(describeSession(principalOf(user.value), call.session))
  },

  async signOut(call, services) {
    if (call.session.token !== null) await endSession(services.users, call.session.token)
    call.session.end()
    return ok({ signedOut: true })
  },

  async getSession(call) {
    return ok(describeSession(call.principal, call.session))
  },
}

function describeSession(
  principal: Principal,
  session: SessionControl,
): AnswerTo<Operations['getSession']> {
  return {
    user:
      principal.role === 'public'
        ? null
        : { displayName: principal.displayName, role: principal.role },
    mayCall: Object.values(operations)
      .filter((operation) => operation.policy[principal.role] !== 'none')
      .map((operation) => operation.id),
    csrfToken: session.csrfToken(),
  }
}
