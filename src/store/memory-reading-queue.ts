import type { PageTextsPart, ReadingProgress, ReadingQueue } from '#case'
import type { Instant } from '#foundation'

/** The queue, and what the ledger tells it when the events of a case have changed. */
export type MemoryReadingQueue = {
  readonly queue: ReadingQueue
  caseChanged(caseId: string, waiting: readonly string[], at: Instant): void
}

type Row = Omit<ReadingProgress, 'updatedAt'> & {
  readonly caseId: string
  readonly waitingSince: Instant
  readonly freeAt: Instant | null
  readonly leased: boolean
  readonly parts: readonly PageTextsPart[]
  readonly updatedAt: Instant
}

/** The files that wait to be read, in memory, with the contract of the database. */
export function makeMemoryReadingQueue(): MemoryReadingQueue {
  const rows = new Map<string, Row>()
  const keyOf = (caseId: string, documentId: string): string => `${caseId} ${documentId}`
  const later = (now: Instant, seconds: number): Instant =>
    new Date(Date.parse(now) + seconds * 1000).toISOString() as Instant
  const held = (caseId: string, documentId: string, attempt: number): Row | null => {
    const row = rows.get(keyOf(caseId, documentId))
    return row?.leased && row.attempts === attempt ? row : null
  }
  const keep = (row: Row): void => {
    rows.set(keyOf(row.caseId, row.documentId), row)
  }

  return {
    caseChanged(caseId, waiting, at) {
      for (const [key, row] of rows) {
        if (row.caseId === caseId && !waiting.includes(row.documentId)) rows.delete(key)
      }
      for (const documentId of waiting) {
        if (rows.has(keyOf(caseId, documentId))) continue
        keep({
          caseId,
          documentId,
          waitingSince: at,
          freeAt: null,
          leased: false,
          attempts: 0,
          stage: 'waiting',
          pagesDone: 0,
          pages: null,
          parts: [],
          updatedAt: at,
        })
      }
    },
    queue: {
      claim: async ({ now, limit, leaseSeconds }) =>
        [...rows.values()]
          .filter(({ freeAt }) => freeAt === null || freeAt <= now)
          .toSorted((first, second) => (first.waitingSince < second.waitingSince ? -1 : 1))
          .slice(0, limit)
          .map((row) => {
            const attempts = row.attempts + 1
            const freeAt = later(now, leaseSeconds)
            keep({ ...row, attempts, freeAt, leased: true, stage: 'preparing', updatedAt: now })
            const { caseId, documentId, parts } = row
            return { caseId, documentId, attempt: attempts, parts }
          }),
      report: async (said) => {
        const { caseId, documentId, attempt, now, stage, pagesDone, pages, part } = said
        const row = held(caseId, documentId, attempt)
        if (!row) return false
        keep({
          ...row,
          stage,
          pagesDone,
          pages: pages ?? row.pages,
          parts: part ? [...row.parts, part] : row.parts,
          freeAt: later(now, said.leaseSeconds),
          updatedAt: now,
        })
        return true
      },
      release: async ({ caseId, documentId, attempt, notBefore, blameless }) => {
        const row = held(caseId, documentId, attempt)
        if (!row) return
        const attempts = row.attempts - (blameless ? 1 : 0)
        keep({ ...row, attempts, freeAt: notBefore, leased: false, stage: 'waiting' })
      },
      progress: async (caseId) =>
        [...rows.values()]
          .filter((row) => row.caseId === caseId)
          .map(({ documentId, stage, pagesDone, pages, attempts, updatedAt }) => ({
            documentId,
            stage,
            pagesDone,
            pages,
            attempts,
            updatedAt,
          })),
    },
  }
}
