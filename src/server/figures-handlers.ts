import { ok, pacificDateOf } from '#foundation'
import * as steps from '#proceedings'
import { dayOf } from './day-of.ts'
import type { HandlersOf } from './handler.ts'

export const figuresHandlers: HandlersOf<'getMoney' | 'getFigures'> = {
  async getMoney(call, services) {
    const today = pacificDateOf(services.now())
    const money = await steps.readMoney(services.proceedings, call.row.caseId, today)
    if (!money.ok) return money
    const found = await Promise.all(
      money.value.found.map(async ({ by, ...one }) => {
        const user = by.kind === 'person' ? await services.users.get(by.userId) : null
        return { ...one, by: user?.displayName ?? (by.kind === 'person' ? by.role : by.name) }
      }),
    )
    return ok({ ...money.value, found })
  },

  async getFigures(call, { proceedings }) {
    const from = dayOf(call.query.from, 'from', 'query')
    if (!from.ok) return from
    const to = dayOf(call.query.to, 'to', 'query')
    if (!to.ok) return to
    return steps.readFigures(proceedings, { from: from.value, to: to.value })
  },
}
