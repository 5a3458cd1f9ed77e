import { daysBetween, type PlainDate } from '#foundation'
import type { RecordedEvent } from './event.ts'

/** The two ages of a determination that DWC publishes, in calendar days. */
export type TurnAround = {
  /** "Average age from assigned date": assignment notice mailed to determination mailed. */
  readonly fromAssignment: number
  /** "Average age from complete medical records": the file complete to determination mailed. */
  readonly fromCompleteRecords: number
  readonly servedOn: PlainDate
}

/**
 * The turn-around of a case by DWC's definitions (handbook, law 2.2): both end on the day the letter
 * was mailed, of the first determination; a remand has its own. Null without a served determination.
 */
export function turnAroundOf(events: readonly RecordedEvent[]): TurnAround | null {
  let assignedOn: PlainDate | null = null
  let completedOn: PlainDate | null = null
  for (const { event } of events) {
    if (event.type === 'ReviewAssigned') assignedOn = event.assignedOn
    if (event.type === 'RecordsCompleted') completedOn = event.completedOn
    if (event.type === 'DeterminationServed') {
      return assignedOn === null || completedOn === null
        ? null
        : {
            fromAssignment: daysBetween(assignedOn, event.servedOn),
            fromCompleteRecords: daysBetween(completedOn, event.servedOn),
            servedOn: event.servedOn,
          }
    }
  }
  return null
}

/** Both averages over the determinations mailed in a stretch of days; null where there is none. */
export function averageTurnAround(
  turnArounds: readonly TurnAround[],
  period?: { readonly from: PlainDate; readonly to: PlainDate },
): {
  readonly determinations: number
  readonly fromAssignment: number
  readonly fromCompleteRecords: number
} | null {
  const counted = turnArounds.filter(
    ({ servedOn }) => !period || (servedOn >= period.from && servedOn <= period.to),
  )
  const average = (of: (one: TurnAround) => number): number =>
    counted.reduce((total, one) => total + of(one), 0) / counted.length
  return counted.length === 0
    ? null
    : {
        determinations: counted.length,
        fromAssignment: average((one) => one.fromAssignment),
        fromCompleteRecords: average((one) => one.fromCompleteRecords),
      }
}
