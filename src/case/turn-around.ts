import { daysBetween, type PlainDate } from '#foundation'
import type { CaseEvent, RecordedEvent } from './event.ts'

/** The two ages of a determination that DWC publishes, in calendar days. */
export type TurnAround = {
  /** "Average age from assigned date": assignment notice mailed to determination mailed. */
  readonly fromAssignment: number
  /** "Average age from complete medical records": the file complete to determination mailed. */
  readonly fromCompleteRecords: number
  readonly servedOn: PlainDate
  /** How many cases have these days; 1 unless said. */
  readonly cases?: number
}

/** A step that the turn-around counts from or to. */
export type Milestone = {
  readonly type: 'ReviewAssigned' | 'RecordsCompleted' | 'DeterminationServed'
  readonly on: PlainDate
}

/**
 * The turn-around of a case by DWC's definitions (handbook, law 2.2): both end on the day the letter
 * was mailed, of the first determination; a remand has its own. Null without a served determination.
 */
export function turnAroundOf(events: readonly RecordedEvent[]): TurnAround | null {
  return turnAroundOfMilestones(events.flatMap(({ event }) => milestoneOf(event) ?? []))
}

/** The step that an event is, where it counts. */
export function milestoneOf(event: CaseEvent): Milestone | null {
  switch (event.type) {
    case 'ReviewAssigned':
      return { type: event.type, on: event.assignedOn }
    case 'RecordsCompleted':
      return { type: event.type, on: event.completedOn }
    case 'DeterminationServed':
      return { type: event.type, on: event.servedOn }
    default:
      return null
  }
}

/** The same from the steps that count, in their order. */
export function turnAroundOfMilestones(milestones: readonly Milestone[]): TurnAround | null {
  let assignedOn: PlainDate | null = null
  let completedOn: PlainDate | null = null
  for (const { type, on } of milestones) {
    if (type === 'ReviewAssigned') assignedOn = on
    if (type === 'RecordsCompleted') completedOn = on
    if (type === 'DeterminationServed') {
      return assignedOn === null || completedOn === null
        ? null
        : {
            fromAssignment: daysBetween(assignedOn, on),
            fromCompleteRecords: daysBetween(completedOn, on),
            servedOn: on,
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
  const determinations = counted.reduce((total, { cases = 1 }) => total + cases, 0)
  const average = (of: (one: TurnAround) => number): number =>
    counted.reduce((total, one) => total + of(one) * (one.cases ?? 1), 0) / determinations
  return determinations === 0
    ? null
    : {
        determinations,
        fromAssignment: average((one) => one.fromAssignment),
        fromCompleteRecords: average((one) => one.fromCompleteRecords),
      }
}
