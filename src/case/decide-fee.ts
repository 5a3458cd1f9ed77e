import { pacificDateOf } from '#foundation'
import { startClocks, stopClocks } from './clocks.ts'
import type { CommandOf } from './command.ts'
import { computeFee } from './compute-fee.ts'
import { type Decision, decided, no, notAfterToday, notBefore, said } from './guards.ts'
import type { CaseState } from './state.ts'

/**
 * P2: the claims administrator is billed for the review (9792.10.8) and has thirty days. The amount
 * is that of the schedule; where the schedule of the time was not found, or was not read in the
 * controlling text, a person may give it and says where it stands.
 */
export function invoiceFee(command: CommandOf<'InvoiceFee'>, state: CaseState): Decision {
  const { amount } = command
  const fee = computeFee(state)
  const clocks = startClocks(command, state)
  const invoicedOn = pacificDateOf(command.at)
  const scheduled = fee.ok ? fee.value : null
  return decided(
    [
      fee.ok ? null : fee.refusals,
      state.invoice
        ? no('fee-invoiced-already', `the invoice went out on ${state.invoice.invoicedOn}`)
        : null,
      scheduled && scheduled.dollars === null && !amount
        ? no(
            'fee-amount-missing',
            `no amount was found for a ${scheduled.review} review, ${scheduled.stage.replaceAll('-', ' ')}, assigned on ${scheduled.governedBy}: ${scheduled.because}`,
            'amount',
          )
        : null,
      scheduled && scheduled.dollars !== null && scheduled.verified && amount
        ? no('fee-amount-by-schedule', `the schedule says $${scheduled.dollars}`, 'amount')
        : null,
      amount ? said(amount.because, 'amount.because') : null,
      amount && !(Number.isFinite(amount.dollars) && amount.dollars >= 0)
        ? no('fee-amount-missing', `${amount.dollars} is no amount`, 'amount.dollars')
        : null,
      clocks.ok ? null : clocks.refusals,
    ],
    () => {
      const dollars = amount?.dollars ?? scheduled?.dollars ?? null
      return scheduled === null || dollars === null || !clocks.ok
        ? []
        : [
            {
              type: 'FeeInvoiced',
              dollars,
              amountBy: amount ? 'person' : 'schedule',
              because: amount?.because ?? scheduled.because,
              verified: amount ? false : scheduled.verified,
              invoicedOn,
            },
            ...clocks.value,
          ]
    },
  )
}

/** The invoice was paid; P2 ends. */
export function recordFeePayment(
  command: CommandOf<'RecordFeePayment'>,
  state: CaseState,
): Decision {
  const { paidOn } = command
  const { invoice } = state
  return decided(
    [
      invoice === null
        ? no('fee-not-invoiced', 'no invoice was sent')
        : invoice.paidOn !== null
          ? no('fee-paid-already', `the fee was paid on ${invoice.paidOn}`)
          : null,
      notBefore(paidOn, invoice?.invoicedOn ?? null, 'the invoice', 'paidOn'),
      notAfterToday(paidOn, command, 'paidOn'),
    ],
    () => [{ type: 'FeePaid', paidOn }, ...stopClocks(state, (clock) => clock === 'P2', paidOn)],
  )
}
