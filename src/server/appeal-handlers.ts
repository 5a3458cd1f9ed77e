import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { dayOf } from './day-of.ts'
import type { HandlersOf } from './handler.ts'

export const appealHandlers: HandlersOf<
  'fileAppeal' | 'affirmDetermination' | 'remandDetermination'
> = {
  async fileAppeal(call, { proceedings }) {
    const filedOn = dayOf(call.body.filedOn, 'filedOn')
    if (!filedOn.ok) return filedOn
    return acted(
      await steps.fileAppeal(proceedings, call.act(), call.row.caseId, {
        ...call.body,
        filedOn: filedOn.value,
      }),
    )
  },

  async affirmDetermination(call, { proceedings }) {
    const affirmedOn = dayOf(call.body.affirmedOn, 'affirmedOn')
    if (!affirmedOn.ok) return affirmedOn
    return acted(
      await steps.affirmDetermination(proceedings, call.act(), call.row.caseId, {
        affirmedOn: affirmedOn.value,
      }),
    )
  },

  async remandDetermination(call, { proceedings }) {
    const remandedOn = dayOf(call.body.remandedOn, 'remandedOn')
    if (!remandedOn.ok) return remandedOn
    return acted(
      await steps.remandDetermination(proceedings, call.act(), call.row.caseId, {
        ...call.body,
        remandedOn: remandedOn.value,
      }),
    )
  },
}
