import type { Operations } from '#api'
import { ok } from '#foundation'
import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { asFile, type Call, type HandlersOf } from './handler.ts'

export const correspondenceHandlers: HandlersOf<
  | 'listCorrespondence'
  | 'getCorrespondencePaper'
  | 'listNoticeTemplates'
  | 'previewNotice'
  | 'sendNotice'
> = {
  async listCorrespondence(call, { proceedings }) {
    const letters = await steps.listCorrespondence(proceedings, call.row.caseId)
    return letters.ok ? ok({ letters: letters.value }) : letters
  },

  async getCorrespondencePaper(call, { proceedings }) {
    const { version, paper } = call.params
    return asFile(
      await steps.readPaper(proceedings, call.row.caseId, version, paper),
      `${call.row.caseNumber}-${version}-${paper}.pdf`,
    )
  },

  async listNoticeTemplates(call, services) {
    const { proceedings } = services
    const offered = await steps.offeredNotices(proceedings, { at: services.now() }, call.row.caseId)
    return offered.ok ? ok({ templates: offered.value }) : offered
  },

  async previewNotice(call, { proceedings }) {
    return asFile(
      await steps.previewNotice(proceedings, call.act(), call.row.caseId, noticeOf(call.body)),
      `${call.row.caseNumber}-notice.pdf`,
    )
  },

  async sendNotice(call, { proceedings }) {
    return acted(
      await steps.sendNotice(proceedings, call.act(), call.row.caseId, noticeOf(call.body)),
    )
  },
}

function noticeOf({
  template,
  values = [],
  missing,
  recipients,
}: Call<Operations['sendNotice']>['body']): steps.NoticeToSend {
  return {
    template,
    values: {
      ...Object.fromEntries(values.map(({ name, says }) => [name, says])),
      ...(missing ? { missing: missing.map((what) => ({ what })) } : {}),
    },
    ...(recipients ? { recipients } : {}),
  }
}
