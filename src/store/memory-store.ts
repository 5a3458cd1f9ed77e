import type { CaseStore, ReadingQueue, RecordedEvent } from '#case'
import { type Instant, ok, refused } from '#foundation'
import { chainStart } from '#integrity'
import { listLimit, saidTotal } from './case-list.ts'
import { type CaseProjection, compareInQueue, projectCaseRow } from './case-row.ts'
import { countProjections, dueDaysOf, matcherOf } from './memory-queue.ts'
import { makeMemoryReadingQueue } from './memory-reading-queue.ts'
import {
  caseNumberOf,
  changedMeanwhile,
  numberTaken,
  recordEvents,
  type WrittenEvent,
} from './record-events.ts'
import { servedHistoriesOf } from './served-histories.ts'

/**
 * The ledger of cases in memory: for runs that keep nothing, and for tests. It keeps the same
 * contract as the database, except that it forgets.
 */
export function makeMemoryCaseStore(): CaseStore & { readonly readingQueue: ReadingQueue } {
  const ledger = new Map<string, readonly RecordedEvent[]>()
  const projections = new Map<string, CaseProjection>()
  const caseIds = new Map<string, string>()
  const leases = new Map<string, Instant>()
  const lastNumbers = new Map<number, number>()
  const reading = makeMemoryReadingQueue()

  const project = (caseId: string, events: readonly RecordedEvent[]): void => {
    const projection = projectCaseRow(events)
    projections.set(caseId, projection)
    const at = events.at(-1)?.at
    if (at) reading.caseChanged(caseId, projection.waiting, at)
    caseIds.set(projection.row.caseNumber, caseId)
  }

  return {
    readingQueue: reading.queue,
    append: async (request) => {
      const before = ledger.get(request.caseId) ?? []
      if (before.length !== request.expectedVersion) {
        return refused(changedMeanwhile(request.expectedVersion, before.length))
      }
      const recorded = recordEvents(request, before.at(-1)?.hash ?? chainStart).map(asStored)
      const events = [...before, ...recorded]
      const hash = events.at(-1)?.hash ?? chainStart
      if (recorded.length > 0) {
        const { caseNumber } = projectCaseRow(events).row
        if ((caseIds.get(caseNumber) ?? request.caseId) !== request.caseId) {
          return refused(numberTaken(caseNumber))
        }
        ledger.set(request.caseId, events)
        project(request.caseId, events)
      }
      return ok({ version: events.length, hash })
    },
    load: async (caseId) => ledger.get(caseId) ?? [],
    row: async (caseId) => projections.get(caseId)?.row ?? null,
    rowByNumber: async (caseNumber) => projections.get(caseIds.get(caseNumber) ?? '')?.row ?? null,
    list: async (query) => {
      const found = [...projections.values()].filter(matcherOf(query)).toSorted(compareInQueue)
      const page = listLimit(query)
      return {
        rows: found
          .slice(page.offset, page.offset + page.limit)
          .map((projection) => projection.row),
        ...saidTotal(found.length, page),
      }
    },
    servedHistories: async (period) => servedHistoriesOf([...ledger.values()], period),
    count: async (filter, spans) => countProjections([...projections.values()], filter, spans),
    dueDays: async (filter, range) => dueDaysOf([...projections.values()], filter, range),
    nextCaseNumber: async (year) => {
      const next = (lastNumbers.get(year) ?? 0) + 1
      const caseNumber = caseNumberOf(year, next)
      lastNumbers.set(year, next)
      return caseNumber
    },
    claimDueClocks: async ({ now, limit, leaseSeconds }) => {
      const until = new Date(Date.parse(now) + leaseSeconds * 1000).toISOString() as Instant
      const due = [...projections.values()]
        .flatMap(({ row, clocks }) => clocks.map((clock) => ({ caseId: row.caseId, ...clock })))
        .map((clock) => ({ ...clock, key: `${clock.caseId} ${clock.clock} ${clock.due}` }))
        .filter(
          ({ key, dueAt, ranOut }) => !ranOut && dueAt < now && (leases.get(key) ?? '') <= now,
        )
        .toSorted((first, second) => (first.dueAt < second.dueAt ? -1 : 1))
        .slice(0, limit)
      for (const { key } of due) leases.set(key, until)
      return due.map(({ caseId, clock, due: dueOn }) => ({ caseId, clock, due: dueOn }))
    },
    rebuild: async () => {
      projections.clear()
      caseIds.clear()
      let events = 0
      for (const [caseId, recorded] of ledger) {
        project(caseId, recorded)
        events += recorded.length
      }
      return { cases: ledger.size, events }
    },
  }
}

/** As it comes back from a database: nothing of the caller's objects, nothing undefined. */
function asStored({ content, previousHash, hash }: WrittenEvent): RecordedEvent {
  return { ...(JSON.parse(content) as RecordedEvent), previousHash, hash }
}
