import {
  type CaseRow,
  type CaseState,
  foldEvents,
  openClocks,
  openTreatments,
  type RecordedEvent,
} from '#case'
import type { Instant, PlainDate } from '#foundation'
import type { DisputedTreatment } from '#intake'
import { categorise } from '#letters'
import { dueDay, dueEnd, sayDue } from './due-end.ts'
import { searchWords, storable } from './search-text.ts'

/** An open clock as queue, calendar and sweeper need it. */
type ClockRow = {
  readonly clock: string
  readonly due: string
  readonly dueAt: Instant
  /** The day in California on which it ends. */
  readonly dueOn: PlainDate
  readonly nature: 'duty' | 'right'
  /** A duty that ran out and is still owed: overdue, and nothing for the sweeper any more. */
  readonly ranOut: boolean
}

/** All that is derived from a case's events: its line in lists, its clocks, its words. */
export type CaseProjection = {
  readonly row: CaseRow
  readonly clocks: readonly ClockRow[]
  readonly nextDueAt: Instant | null
  readonly words: readonly string[]
  /** Files that nobody has read yet, in the order they came. */
  readonly waiting: readonly string[]
}

/** What lists show of a case, from its events alone. */
export function projectCaseRow(events: readonly RecordedEvent[]): CaseProjection {
  const caseId = events[0]?.caseId
  if (caseId === undefined) throw new TypeError('a case without events has no row')
  return projectState(caseId, foldEvents(events))
}

/** The same from a state that is already folded. Throws for a case without an application. */
export function projectState(caseId: string, state: CaseState): CaseProjection {
  const { application, caseNumber } = state
  if (application === null || caseNumber === null) {
    throw new TypeError('a case begins with the receipt of its application')
  }
  const clocks = clockRows(state)
  const next = clocks[0]
  const { first, middle, last } = application.employee.name
  const row: CaseRow = {
    caseId,
    caseNumber: storable(caseNumber),
    version: state.version,
    status: state.status,
    priority: state.priority,
    employeeName: storable([first, middle, last].filter(Boolean).join(' ')),
    employerName: storable(application.employer.name),
    claimsAdministrator: storable(application.claimsAdministrator.company),
    claimNumber: storable(application.claimNumber),
    dateOfInjury: application.dateOfInjury,
    receivedOn: application.receivedOn,
    treatments: application.disputedTreatments.map(({ treatment }) => storable(treatment)),
    categories: [...new Set(openTreatments(state).flatMap(categoryOf))],
    program: application.program,
    office: state.office === null ? null : storable(state.office),
    caseManager: state.caseManager,
    outcome: state.outcome,
    issuedOn: state.issuedOn,
    publishedOn: state.publishedOn,
    reviewerId: state.reviewerId,
    nextClock: next ? { clock: next.clock, due: next.due } : null,
  }
  return {
    row,
    clocks,
    waiting: state.records.flatMap(({ reading, documentId }) =>
      reading === 'waiting' ? [storable(documentId)] : [],
    ),
    nextDueAt: next?.dueAt ?? null,
    words: searchWords([
      row.caseNumber,
      row.employeeName,
      row.employerName,
      row.claimsAdministrator,
      row.claimNumber,
      ...row.treatments,
    ]),
  }
}

/** The order of lists: the clock that ends first, then the case number. */
export function compareInQueue(
  first: Pick<CaseProjection, 'row' | 'nextDueAt'>,
  second: Pick<CaseProjection, 'row' | 'nextDueAt'>,
): number {
  return (
    compare(first.nextDueAt ?? endOfTime, second.nextDueAt ?? endOfTime) ||
    compare(first.row.caseNumber, second.row.caseNumber)
  )
}

const endOfTime = '9999-12-31T23:59:59.999Z'

function clockRows(state: CaseState): readonly ClockRow[] {
  return openClocks(state)
    .map(({ clock, deadline, status }) => ({
      clock,
      due: sayDue(deadline.due),
      dueAt: dueEnd(deadline.due),
      dueOn: dueDay(deadline.due),
      nature: deadline.nature,
      ranOut: status === 'ran-out',
    }))
    .toSorted((a, b) => compare(a.dueAt, b.dueAt) || compare(a.clock, b.clock))
}

/** What the application says, else what the words of the treatment say; none where neither does. */
function categoryOf({ category, treatment }: DisputedTreatment): readonly string[] {
  const said = category ?? categorise(treatment)?.category
  return said === undefined ? [] : [storable(said)]
}

function compare(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0
}
