import {
  type Actor,
  computeFee,
  computePenalty,
  type Fee,
  foldEvents,
  type PenaltyChoices,
  type PenaltyFinding,
  type PenaltyLedger,
  penaltyChoicesOf,
  type RecordedEvent,
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
  /** What a person found and did not take back, with who found it. */
  readonly found: readonly (PenaltyFinding & { readonly by: Actor })[]
  readonly fee: Fee | null
  /** Why there is no fee yet. */
  readonly noFee: Refusal | null
  readonly turnAround: TurnAround | null
}

/** Computed from the events each time. Refusal: `case-unknown`. */
export async function readMoney(
  deps: Deps,
  caseId: string,
  asOf: PlainDate,
): Promise<Result<CaseMoney>> {
  const events = await loadEvents(deps, caseId)
  if (!events.ok) return events
  const state = foldEvents(events.value)
  const fee = computeFee(state)
  return ok({
    penalties: computePenalty(state, events.value, asOf),
    choices: penaltyChoicesOf(state, asOf),
    found: state.penaltyFindings.flatMap((one) => {
      const by = foundBy(events.value, one)
      return by ? [{ ...one, by }] : []
    }),
    fee: fee.ok ? fee.value : null,
    noFee: fee.ok ? null : fee.refusals[0],
    turnAround: turnAroundOf(events.value),
  })
}

function foundBy(
  events: readonly RecordedEvent[],
  { kind, finding }: PenaltyFinding,
): Actor | null {
  return (
    events.findLast(
      ({ event }) =>
        event.type === 'PenaltyFindingNoted' && event.kind === kind && event.finding === finding,
    )?.by ?? null
  )
}
