import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { dayOf } from './day-of.ts'
import type { HandlersOf } from './handler.ts'
import { withUpload } from './receive-upload.ts'

export const lateRecordHandlers: HandlersOf<
  'requestRecords' | 'receiveLateRecord' | 'listLateRecords'
> = {
  async requestRecords(call, { proceedings }) {
    return acted(await steps.requestRecords(proceedings, call.act(), call.row.caseId, call.body))
  },

  async receiveLateRecord(call, { proceedings, settings }) {
    const foundOn = dayOf(call.query.foundOn, 'foundOn', 'query')
    if (!foundOn.ok) return foundOn
    const act = call.act()
    return withUpload(call, settings, async (content) =>
      acted(
        await steps.receiveLateRecord(proceedings, act, call.row.caseId, {
          ...call.query,
          foundOn: foundOn.value,
          content,
        }),
      ),
    )
  },

  async listLateRecords(call, { proceedings }) {
    return acted(await steps.listLateRecords(proceedings, call.act(), call.row.caseId))
  },
}
