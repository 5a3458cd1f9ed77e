import type { Deadline } from '#deadlines'
import type { PlainDate } from '#foundation'
import type { PartyRole } from '#intake'
import { assignmentRules } from './assignment-rules.ts'
import { isRequestClock } from './clock-kinds.ts'
import type { CaseState, ClockState } from './state.ts'

/** What one party is to send, or may send, and where its time stands. */
export type OwedRecords = {
  readonly party: PartyRole
  readonly what: readonly string[]
  /** Its clock; null for a request after which another one was made. */
  readonly clock: (Pick<ClockState, 'status'> & Pick<Deadline, 'due' | 'nature'>) | null
  readonly authority: string
  /** Whether list and number were read in the controlling text. */
  readonly verified: boolean
  readonly consequence: string
  /** When the party was asked besides; absent for what the assignment asks for. */
  readonly requestedOn?: PlainDate
}

/**
 * What the parties owe: by the rules after the assignment (8 CCR 9792.10.5(a), (b)) and by requests
 * since ((d)). A clock that is stopped says that its time counts no more, not that everything came.
 */
export function owedRecords(state: CaseState): readonly OwedRecords[] {
  return [...owedByAssignment(state), ...owedByRequest(state)]
}

function owedByAssignment({ clocks }: CaseState): readonly OwedRecords[] {
  return assignmentRules.owed.flatMap(({ party, items, authority, verified, ...owed }) => {
    const found = clocks.findLast(({ clock }) => owed.clocks.includes(clock))
    return found
      ? [
          {
            party,
            what: items,
            clock: standing(found),
            authority,
            verified: verified && found.deadline.verified,
            consequence: owed.consequence,
          },
        ]
      : []
  })
}

/** The clock of requests runs for the last one. */
function owedByRequest({ requestedRecords, clocks }: CaseState): readonly OwedRecords[] {
  const found = clocks.findLast(({ clock }) => isRequestClock(clock))
  return requestedRecords.map((request, index) => ({
    party: request.from,
    what: request.records?.map(({ what }) => what) ?? [request.what],
    clock: found && index === requestedRecords.length - 1 ? standing(found) : null,
    authority: '8 CCR 9792.10.5(d)',
    verified: found?.deadline.verified ?? false,
    consequence: '',
    requestedOn: request.requestedOn,
  }))
}

function standing({ status, deadline: { due, nature } }: ClockState): OwedRecords['clock'] {
  return { status, due, nature }
}
