import { type Operations, operations } from '#api'
import { ok, refuse, refused } from '#foundation'
import type { AnswerTo, HandlersOf, SessionControl } from './handler.ts'
import { hashPassword } from './passwords.ts'
import { type Principal, principalOf } from './principal.ts'
import { serverRefusals } from './refusals.ts'
import { endSession, openSession } from './sessions.ts'
import { signInWith } from './sign-in.ts'

export const sessionHandlers: HandlersOf<'signIn' | 'signOut' | 'getSession' | 'changePassword'> = {
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

  async changePassword(call, services) {
    const { users, settings } = services
    const user = call.principal.role === 'public' ? null : await users.get(call.principal.userId)
    if (user === null) throw new TypeError('the policy lets nobody in who is not signed in')
    // A session that somebody left open is not enough to guess the password at leisure: a failure
    // counts as one of signing in, and locks the account as those do.
    const { password, newPassword } = call.body
    const given = { userName: user.userName, password }
    const known = await signInWith(users, given, services.now(), settings.lockOut)
    if (!known.ok) {
      return refused(
        refuse(
          serverRefusals,
          'password-wrong',
          'it is not the present password, or the account is locked',
          'body.password',
        ),
      )
    }
    await users.setPassword(user.userId, await hashPassword(newPassword))
    call.session.begin(await openSession(users, user.userId, services.now()))
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
