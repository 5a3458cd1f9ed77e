import type { z } from 'zod'
import type { Operations } from '#api'
import { type CopyToParties, computeFee, computeRetention, expectedBy } from '#case'
import { ok, type Refusal, type Result } from '#foundation'
import * as steps from '#proceedings'
import { acted } from './acted.ts'
import { stateOf } from './case-handlers.ts'
import { dayOf } from './day-of.ts'
import type { HandlersOf } from './handler.ts'

/** What a case owes and keeps besides its one way: more days, copies, fee, retention. */
export const dutiesHandlers: HandlersOf<
  | 'extendDecision'
  | 'noteCopyToParties'
  | 'notePenaltyFinding'
  | 'invoiceFee'
  | 'recordFeePayment'
  | 'getCaseDuties'
> = {
  async extendDecision(call, { proceedings }) {
    const approvedOn = dayOf(call.body.approvedOn, 'approvedOn')
    if (!approvedOn.ok) return approvedOn
    return acted(
      await steps.extendDecision(proceedings, call.act(), call.row.caseId, {
        ...call.body,
        approvedOn: approvedOn.value,
      }),
    )
  },

  async noteCopyToParties(call, { proceedings }) {
    const copy = copyOf(call.body.copy)
    if (!copy.ok) return copy
    return acted(
      await steps.noteCopyToParties(proceedings, call.act(), call.row.caseId, {
        documentId: call.params.documentId,
        copy: copy.value,
      }),
    )
  },

  async notePenaltyFinding(call, { proceedings }) {
    return acted(
      await steps.notePenaltyFinding(proceedings, call.act(), call.row.caseId, call.body),
    )
  },

  async invoiceFee(call, { proceedings }) {
    return acted(await steps.invoiceFee(proceedings, call.act(), call.row.caseId, call.body))
  },

  async recordFeePayment(call, { proceedings }) {
    const paidOn = dayOf(call.body.paidOn, 'paidOn')
    if (!paidOn.ok) return paidOn
    return acted(
      await steps.recordFeePayment(proceedings, call.act(), call.row.caseId, {
        paidOn: paidOn.value,
      }),
    )
  },

  async getCaseDuties(call, services) {
    const state = await stateOf(services, call.row.caseId)
    const retention = computeRetention(state)
    const fee = computeFee(state)
    return ok({
      expectedBy: expectedBy(state),
      extension: state.extension,
      copies: state.records
        .filter(({ from }) => from === 'claims-administrator')
        .map(({ documentId, fileName, receivedOn }) => ({
          documentId,
          fileName,
          receivedOn,
          copy: state.copiesToParties.find((one) => one.documentId === documentId)?.copy ?? null,
        })),
      retention: retention.ok
        ? { known: true, ...retention.value }
        : notKnown(retention.refusals[0]),
      fee: fee.ok
        ? {
            known: true,
            dollars: fee.value.dollars,
            verified: fee.value.verified,
            source: fee.value.source,
            because: fee.value.because,
          }
        : notKnown(fee.refusals[0]),
      invoice: state.invoice,
    })
  },
}

function copyOf(
  copy: z.output<Operations['noteCopyToParties']['body']>['copy'],
): Result<CopyToParties> {
  if (copy.kind === 'absent') return ok(copy)
  const copiedOn = dayOf(copy.copiedOn, 'copy.copiedOn')
  return copiedOn.ok ? ok({ ...copy, copiedOn: copiedOn.value }) : copiedOn
}

function notKnown({ because, next }: Refusal): {
  readonly known: false
  readonly because: string
  readonly next: string
} {
  return { known: false, because, next }
}
