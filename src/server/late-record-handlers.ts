import * as steps from '#proceedings'
import { acted } from './acted.ts'
import type { HandlersOf } from './handler.ts'

export const lateRecordHandlers: HandlersOf<'requestRecords' | 'listLateRecords'> = {
  async requestRecords(call, { proceedings }) {
    return acted(await steps.requestRecords(proceedings, call.act(), call.row.caseId, call.body))
  },

  async listLateRecords(call, { proceedings }) {
    return acted(await steps.listLateRecords(proceedings, call.act(), call.row.caseId))
  },
}
