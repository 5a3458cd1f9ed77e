import { ok, type PlainDate, parsePlainDate, type Result, refuse, refused } from '#foundation'
import * as steps from '#proceedings'
import { acted } from './acted.ts'
import type { HandlersOf } from './handler.ts'
import { serverRefusals } from './refusals.ts'

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

/** The schema has let a date through; the house knows the years 1000 to 9999. */
function dayOf(text: string, member: string): Result<PlainDate> {
  const day = parsePlainDate(text)
  return day === null
    ? refused(
        refuse(
          serverRefusals,
          'request-not-as-described',
          'there is no such day',
          `body.${member}`,
        ),
      )
    : ok(day)
}
