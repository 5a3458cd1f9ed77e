import type { Operations } from '#api'
import { ok, refuse, refused } from '#foundation'
import type { User } from '#store'
import type { AnswerTo, HandlersOf } from './handler.ts'
import { hashPassword } from './passwords.ts'
import { serverRefusals } from './refusals.ts'

export const administrationHandlers: HandlersOf<
  'listUsers' | 'createUser' | 'setUserDisabled' | 'rebuildProjections' | 'health'
> = {
  async listUsers(_, { users }) {
    return ok({ users: (await users.list()).map(describeUser) })
  },

  async createUser(call, { users, proceedings }) {
    const { password, reviewerId, claimsAdministrator, caseIds, ...person } = call.body
    const created = await users.create({
      ...person,
      userId: proceedings.newId(),
      passwordHash: await hashPassword(password),
      reviewerId: reviewerId ?? null,
      claimsAdministrator: claimsAdministrator ?? null,
      caseIds: caseIds ?? [],
    })
    return created.ok ? ok(describeUser(created.value)) : created
  },

  async setUserDisabled(call, { users }) {
    const { userId } = call.params
    const { disabled } = call.body
    const own = call.principal.role !== 'public' && call.principal.userId === userId
    if (own && disabled) {
      return refused(
        refuse(
          serverRefusals,
          'own-account',
          'nobody disables the account they are signed in with',
        ),
      )
    }
    const user = await users.get(userId)
    if (user === null) {
      return refused(
        refuse(serverRefusals, 'user-unknown', 'there is no such account', 'params.userId'),
      )
    }
    await users.setDisabled(userId, disabled)
    return ok(describeUser({ ...user, disabled }))
  },

  async rebuildProjections(_, { proceedings }) {
    return ok(await proceedings.cases.rebuild())
  },

  async health(_, { proceedings, settings }) {
    await proceedings.cases.list({ limit: 1, offset: 0 })
    return ok({ status: 'ok', version: settings.version })
  },
}

function describeUser(user: User): AnswerTo<Operations['createUser']> {
  const { userId, userName, displayName, role, disabled } = user
  return {
    userId,
    userName,
    displayName,
    role,
    disabled,
    ...(user.reviewerId === null ? {} : { reviewerId: user.reviewerId }),
    ...(user.claimsAdministrator === null ? {} : { claimsAdministrator: user.claimsAdministrator }),
    ...(user.role === 'employee' ? { caseIds: user.caseIds } : {}),
  }
}
