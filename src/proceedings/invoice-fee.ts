import { ok, type PlainDate, type Result } from '#foundation'
import { type Acted, actOn } from './act-on.ts'
import { certifyClocks } from './certify-clocks.ts'
import type { Act, Deps } from './deps.ts'
import { withNotice } from './send-notice.ts'

/**
 * Bills the claims administrator (8 CCR 9792.10.8): the amount, the clock of payment and the invoice
 * itself. Where the schedule of the time has no amount, a person gives it and says where it stands.
 */
export async function invoiceFee(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly amount?: { readonly dollars: number; readonly because: string } },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async (state) => {
    const command = { type: 'InvoiceFee', ...request } as const
    const certificates = await certifyClocks(deps, act, command, state)
    if (!certificates.ok) return certificates
    return withNotice(
      deps,
      act,
      caseId,
      state,
      [{ ...command, certificates: certificates.value }],
      { template: 'fee-invoice' },
    )
  })
}

/** The invoice was paid. */
export async function recordFeePayment(
  deps: Deps,
  act: Act,
  caseId: string,
  request: { readonly paidOn: PlainDate },
): Promise<Result<Acted>> {
  return actOn(deps, act, caseId, async () => ok([{ type: 'RecordFeePayment', ...request }]))
}
