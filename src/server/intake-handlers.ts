import { readFile } from 'node:fs/promises'
import { ok, type Result } from '#foundation'
import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { openCase } from './case-handlers.ts'
import { dayOf } from './day-of.ts'
import type { HandlersOf } from './handler.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { withUpload } from './receive-upload.ts'
import type { Services } from './services.ts'

/** A letter; the records go another way. */
const letterLimitBytes = 64 * 1024 * 1024

/** Whole letters are in memory one at a time, however many are being sent. */
const inMemory = oneAtATime()

function withLetter<Answer>(
  call: Parameters<typeof withUpload>[0],
  { uploadFolder }: Services,
  use: (content: Uint8Array) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const place = { folder: uploadFolder, limitBytes: letterLimitBytes }
  return withUpload(call, place, ({ path }) => inMemory(async () => use(await readFile(path))))
}

export const intakeHandlers: HandlersOf<
  | 'readDecisionLetter'
  | 'getApplicationForm'
  | 'readApplicationForm'
  | 'submitApplicationForm'
  | 'checkUtilizationReview'
  | 'requestInformation'
  | 'answerInformation'
  | 'amendApplication'
  | 'receiveEligibilityFinding'
  | 'serveEligibilityFinding'
  | 'resolveLiability'
  | 'reopenReview'
  | 'consolidateCases'
> = {
  async readDecisionLetter(call, services) {
    return withLetter(call, services, async (content) => {
      const reading = await steps.readDecisionLetter(services.proceedings, content)
      if (!reading.ok) return reading
      const { pages, draft, checklist } = reading.value
      return ok({ pages, ...draft, checklist })
    })
  },

  async getApplicationForm(call, { proceedings }) {
    const { language } = call.params
    return ok({
      content: await proceedings.forms.blank(language),
      fileName: language === 'es' ? 'solicitud-imr.pdf' : 'imr-application.pdf',
    })
  },

  async readApplicationForm(call, services) {
    return withLetter(call, services, async (content) => {
      const form = await steps.readApplicationForm(services.proceedings, content)
      if (!form.ok) return form
      const { values, input } = form.value
      const treatments = input['disputedTreatments']
      return ok({
        fields: Object.entries(values).map(([path, value]) => ({ path, value })),
        treatments: Array.isArray(treatments) ? treatments.length : 0,
      })
    })
  },

  async submitApplicationForm(call, services) {
    const act = call.act()
    return withLetter(call, services, async (content) => {
      const form = await steps.readApplicationForm(services.proceedings, content)
      return form.ok ? openCase(form.value.input, act, call.principal, services) : form
    })
  },

  async checkUtilizationReview(call, { proceedings }) {
    const documents = await steps.checkUtilizationReview(proceedings, call.row.caseId)
    return documents.ok ? ok({ documents: documents.value }) : documents
  },

  async requestInformation(call, { proceedings }) {
    return acted(
      await steps.requestInformation(proceedings, call.act(), call.row.caseId, call.body),
    )
  },

  async answerInformation(call, { proceedings }) {
    return acted(await steps.answerInformation(proceedings, call.act(), call.row.caseId, call.body))
  },

  async amendApplication(call, { proceedings }) {
    const { application: input, reason } = call.body
    return acted(
      await steps.amendApplication(proceedings, call.act(), call.row.caseId, { input, reason }),
    )
  },

  async receiveEligibilityFinding(call, { proceedings }) {
    return acted(await steps.receiveEligibilityFinding(proceedings, call.act(), call.row.caseId))
  },

  async serveEligibilityFinding(call, { proceedings }) {
    return acted(
      await steps.serveEligibilityFinding(proceedings, call.act(), call.row.caseId, call.body),
    )
  },

  async resolveLiability(call, { proceedings }) {
    const noticeServedOn = dayOf(call.body.noticeServedOn, 'noticeServedOn')
    if (!noticeServedOn.ok) return noticeServedOn
    return acted(
      await steps.resolveLiability(proceedings, call.act(), call.row.caseId, {
        ...call.body,
        noticeServedOn: noticeServedOn.value,
      }),
    )
  },

  async reopenReview(call, { proceedings }) {
    return acted(await steps.reopenReview(proceedings, call.act(), call.row.caseId, call.body))
  },

  async consolidateCases(call, { proceedings }) {
    return acted(await steps.consolidateCases(proceedings, call.act(), call.row.caseId, call.body))
  },
}
