import { closedDays } from '#deadlines'
import { ok, type PlainDate, pacificDateOf } from '#foundation'
import * as steps from '#proceedings'
import type { UserStore } from '#store'
import { acted } from './acted.ts'
import { caseFilterOf, dueSpanOf, dues, spanOf } from './case-filter.ts'
import type { HandlersOf } from './handler.ts'
import { isParty, presentRow } from './present-case.ts'

export const queueHandlers: HandlersOf<'listCases' | 'countCases' | 'listDueDays' | 'placeCase'> = {
  async listCases(call, services) {
    const { proceedings, users } = services
    const { limit, offset, ...query } = call.query
    const { rows, total, more } = await proceedings.cases.list({
      ...caseFilterOf(query, call.scope, call.principal),
      ...dueSpanOf(query, services.now()),
      limit,
      offset,
    })
    const names = isParty(call.principal)
      ? new Map<string, string>()
      : await namesOf(
          rows.map(({ caseManager }) => caseManager),
          users,
        )
    return ok({ rows: rows.map((row) => presentRow(row, call.principal, names)), total, more })
  },

  async countCases(call, services) {
    const { proceedings, users } = services
    const at = services.now()
    const filter = {
      ...caseFilterOf(call.query, call.scope, call.principal),
      ...dueSpanOf(call.query, at),
    }
    const counts = await proceedings.cases.count(
      filter,
      dues.map((due) => spanOf(due, at)),
    )
    const hidden = isParty(call.principal)
    const names = hidden
      ? new Map<string, string>()
      : await namesOf(
          counts.caseManager.map(({ value }) => value),
          users,
        )
    return ok({
      ...counts,
      office: hidden ? [] : counts.office,
      caseManager: hidden
        ? []
        : counts.caseManager.map(({ value, count }) => ({
            value,
            count,
            name: value === null ? null : (names.get(value) ?? null),
          })),
      due: dues.map((value, index) => ({ value, count: counts.due[index] ?? 0 })),
    })
  },

  async listDueDays(call, services) {
    const { from, to, ...query } = call.query
    const at = services.now()
    const range = { from: from as PlainDate, to: to as PlainDate }
    const days = await services.proceedings.cases.dueDays(
      caseFilterOf(query, call.scope, call.principal),
      {
        ...range,
        now: at,
      },
    )
    return ok({ today: pacificDateOf(at), days, closed: closedDays(range.from, range.to) })
  },

  async placeCase(call, { proceedings }) {
    const { office, caseManager } = call.body
    const me = call.principal.role === 'public' ? null : call.principal.userId
    return acted(
      await steps.placeCase(proceedings, call.act(), call.row.caseId, {
        ...(office === undefined ? {} : { office }),
        ...(caseManager === undefined ? {} : { caseManager: caseManager === 'me' ? me : null }),
      }),
    )
  },
}

/** Names of accounts, each looked up once. */
async function namesOf(
  userIds: readonly (string | null)[],
  users: UserStore,
): Promise<ReadonlyMap<string, string>> {
  const known = new Set(userIds.filter((userId) => userId !== null))
  const found = await Promise.all([...known].map((userId) => users.get(userId)))
  return new Map(
    found.filter((user) => user !== null).map(({ userId, displayName }) => [userId, displayName]),
  )
}
