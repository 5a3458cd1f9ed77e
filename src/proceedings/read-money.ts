import {
  computeFee,
  type Fee,
  foldEvents,
  type PenaltyChoices,
  type PenaltyKnowledge,
  type PenaltyLedger,
  penaltyChoicesOf,
  penaltyLedgerOf,
  type TurnAround,
  turnAroundOf,
} from '#case'
import { ok, type PlainDate, type Refusal, type Result } from '#foundation'
import { loadEvents } from './act-on.ts'
import type { Deps } from './deps.ts'

/** What a case shows of money and of time: penalties, the fee, and the two ages of DWC. */
export type CaseMoney = {
  readonly penalties: PenaltyLedger
  /** What a person may add to the ledger: findings and grounds of mitigation. */
  readonly choices: PenaltyChoices
  readonly fee: Fee | null
  /** Why there is no fee yet. */
  readonly noFee: Refusal | null
  readonly turnAround: TurnAround | null
}

/** Computed from the events each time; nothing of it is kept. Refusal: `case-unknown`. */
export async function readMoney(
  deps: Deps,
  caseId: string,
  asOf: PlainDate,
  knowledge: PenaltyKnowledge,
): Promise<Result<CaseMoney>> {
  const events = await loadEvents(deps, caseId)
  if (!events.ok) return events
  const state = foldEvents(events.value)
  const fee = computeFee(state)
  return ok({
    penalties: penaltyLedgerOf(events.value, asOf, knowledge),
    choices: penaltyChoicesOf(state, asOf),
    fee: fee.ok ? fee.value : null,
    noFee: fee.ok ? null : fee.refusals[0],
    turnAround: turnAroundOf(events.value),
  })
}
