import { describe, expect, it } from 'vitest'
import type { CaseEvent, CaseStore, ReadingQueue } from '#case'
import type { Instant } from '#foundation'
import {
  caseManager,
  received,
  recordReceived,
  someArtifact,
} from '../support/build-case-events.ts'

/** One engine under test: the ledger and the queue that it keeps in step. */
export type QueueUnderTest = { readonly store: CaseStore; readonly queue: ReadingQueue }

/** What every engine that keeps the files waiting to be read must do. */
export function readingQueueContract(name: string, open: () => Promise<QueueUnderTest>): void {
  describe(`the files waiting to be read in ${name}`, () => {
    it('are those that were received and not read, in the order they came', async () => {
      const { store, queue } = await open()
      await happened(store, 'c2', 0, at(0), [received('CM26-0000002'), recordReceived('f-2')])
      await happened(store, 'c1', 0, at(1), [
        received('CM26-0000001'),
        recordReceived('f-1'),
        recordReceived('f-read', { pageTexts: someArtifact('page-texts') }),
      ])
      expect(await queue.claim({ now: at(2), limit: 5, leaseSeconds: 60 })).toEqual([
        { caseId: 'c2', documentId: 'f-2', attempt: 1, parts: [] },
        { caseId: 'c1', documentId: 'f-1', attempt: 1, parts: [] },
      ])
      expect(await queue.progress('c1')).toEqual([
        {
          documentId: 'f-1',
          stage: 'preparing',
          pagesDone: 0,
          pages: null,
          attempts: 1,
          updatedAt: at(2),
        },
      ])
    })

    it('leave when they are read or given up, and come back when a person asks for it', async () => {
      const { store, queue } = await open()
      await happened(store, 'c1', 0, at(0), [
        received('CM26-0000001'),
        recordReceived('f-1'),
        recordReceived('f-2'),
      ])
      await happened(store, 'c1', 3, at(1), [recordRead('f-1'), notRead('f-2')])
      expect(await queue.claim({ now: at(2), limit: 5, leaseSeconds: 60 })).toEqual([])
      expect(await queue.progress('c1')).toEqual([])
      await happened(store, 'c1', 5, at(3), [{ type: 'ReadingRequested', documentId: 'f-2' }])
      expect(await queue.claim({ now: at(4), limit: 5, leaseSeconds: 60 })).toEqual([
        { caseId: 'c1', documentId: 'f-2', attempt: 1, parts: [] },
      ])
    })

    it('are one reader’s each, for the lease, and the next one’s with the parts kept after it', async () => {
      const { store, queue } = await open()
      await happened(store, 'c1', 0, at(0), [received('CM26-0000001'), recordReceived('f-1')])
      const claims = await Promise.all(
        [1, 2, 3].map(() => queue.claim({ now: at(1), limit: 1, leaseSeconds: 60 })),
      )
      expect(claims.flat()).toHaveLength(1)
      const mine = { caseId: 'c1', documentId: 'f-1', attempt: 1 }
      const said = { stage: 'reading', pages: 45, leaseSeconds: 60 } as const
      const parts = [part(1, 20), part(21, 40)]
      for (const [index, kept] of parts.entries()) {
        expect(
          await queue.report({ ...mine, ...said, now: at(30), pagesDone: index * 20, part: kept }),
        ).toBe(true)
      }
      expect(await queue.report({ ...mine, ...said, now: at(50), pagesDone: 42 })).toBe(true)
      expect((await queue.progress('c1'))[0]).toMatchObject({ pagesDone: 42, pages: 45 })
      // The lease was prolonged by the last sign of life.
      expect(await queue.claim({ now: at(100), limit: 1, leaseSeconds: 60 })).toEqual([])
      expect(await queue.claim({ now: at(111), limit: 1, leaseSeconds: 60 })).toEqual([
        { caseId: 'c1', documentId: 'f-1', attempt: 2, parts },
      ])
      expect(await queue.report({ ...mine, ...said, now: at(112), pagesDone: 43 })).toBe(false)
    })

    it('wait as long as the reader says who gives them back; a blameless attempt does not count', async () => {
      const { store, queue } = await open()
      await happened(store, 'c1', 0, at(0), [received('CM26-0000001'), recordReceived('f-1')])
      const claim = (seconds: number) =>
        queue.claim({ now: at(seconds), limit: 1, leaseSeconds: 60 })
      const mine = { caseId: 'c1', documentId: 'f-1' }
      expect(await claim(1)).toMatchObject([{ attempt: 1 }])
      await queue.release({ ...mine, attempt: 1, notBefore: at(90) })
      expect(await claim(89)).toEqual([])
      expect(await claim(90)).toMatchObject([{ attempt: 2 }])
      await queue.release({ ...mine, attempt: 2, notBefore: at(90), blameless: true })
      expect((await queue.progress('c1'))[0]).toMatchObject({ stage: 'waiting', attempts: 1 })
      expect(await claim(91)).toMatchObject([{ attempt: 2 }])
      // Who has it no more gives nothing back.
      await queue.release({ ...mine, attempt: 1, notBefore: at(91) })
      expect(await claim(92)).toEqual([])
    })

    it('are not made to wait by events that were refused', async () => {
      const { store, queue } = await open()
      await happened(store, 'c1', 0, at(0), [received('CM26-0000001')])
      const late = await store.append({
        caseId: 'c1',
        expectedVersion: 0,
        at: at(1),
        by: caseManager,
        events: [received('CM26-0000002'), recordReceived('f-1')],
      })
      expect(late.ok).toBe(false)
      expect(await queue.progress('c1')).toEqual([])
    })

    it('are the same after the projections are made anew, with leases and parts', async () => {
      const { store, queue } = await open()
      await happened(store, 'c1', 0, at(0), [
        received('CM26-0000001'),
        recordReceived('f-1'),
        recordReceived('f-2'),
      ])
      await queue.claim({ now: at(1), limit: 1, leaseSeconds: 60 })
      const before = await queue.progress('c1')
      await store.rebuild()
      expect(await queue.progress('c1')).toEqual(before)
      expect(await queue.claim({ now: at(2), limit: 5, leaseSeconds: 60 })).toHaveLength(1)
    })
  })
}

const start = Date.parse('2026-03-01T18:00:00.000Z')

function at(seconds: number): Instant {
  return new Date(start + seconds * 1000).toISOString() as Instant
}

async function happened(
  store: CaseStore,
  caseId: string,
  expectedVersion: number,
  when: Instant,
  events: readonly CaseEvent[],
): Promise<void> {
  const answer = await store.append({ caseId, expectedVersion, at: when, by: caseManager, events })
  if (!answer.ok) throw new TypeError(answer.refusals[0].because)
}

function part(first: number, last: number) {
  return { first, last, artifact: someArtifact('page-texts') }
}

function recordRead(documentId: string): CaseEvent {
  return {
    type: 'RecordRead',
    documentId,
    pages: 20,
    pageTexts: [part(1, 20)],
    engine: 'test',
    remarks: [],
  }
}

function notRead(documentId: string): CaseEvent {
  return { type: 'RecordNotRead', documentId, code: 'pdf-damaged', because: 'it is broken' }
}
