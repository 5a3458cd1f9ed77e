import type { Operations } from '#api'
import { ok } from '#foundation'
import type { User } from '#store'
import type { AnswerTo, HandlersOf } from './handler.ts'
import { hashPassword } from './passwords.ts'

export const administrationHandlers: HandlersOf<
  'listUsers' | 'createUser' | 'rebuildProjections' | 'health'
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
