import { pacificDateOf } from '#foundation'
import * as steps from '#proceedings'
import { dayOf } from './day-of.ts'
import type { HandlersOf } from './handler.ts'

export const figuresHandlers: HandlersOf<'getMoney' | 'getFigures'> = {
  async getMoney(call, services) {
    const { findings, mitigation } = call.query
    return steps.readMoney(services.proceedings, call.row.caseId, pacificDateOf(services.now()), {
      findings: findings?.split(',') ?? [],
      mitigation: mitigation?.split(',') ?? [],
    })
  },

  async getFigures(call, { proceedings }) {
    const from = dayOf(call.query.from, 'from', 'query')
    if (!from.ok) return from
    const to = dayOf(call.query.to, 'to', 'query')
    if (!to.ok) return to
    return steps.readFigures(proceedings, { from: from.value, to: to.value })
  },
}
