import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '#case'
import { canonicalJson, type PlainDate } from '#foundation'
import { type ArtifactReference, type BundledEvent, sha256Of } from '#integrity'
import { findListDefect } from './check-lists.ts'

const ledger = canonicalJson({
  lines: [{ fileId: 'f', page: 1, documentId: 'f-p1', readable: true }],
  documents: [
    {
      documentId: 'f-p1',
      fileId: 'f',
      title: 'PR-2',
      kind: 'progress-report',
      pages: { first: 1, last: 1 },
    },
  ],
  pages: 1,
  duplicates: 0,
  unreadable: [],
})

const artifact = (kind: ArtifactReference['kind'], content: string): ArtifactReference => ({
  sha256: sha256Of(content),
  bytes: content.length,
  mediaType: 'application/json',
  kind,
})

function check(title: string) {
  const said: readonly CaseEvent[] = [
    {
      type: 'RecordReceived',
      documentId: 'f',
      fileName: 'f.pdf',
      from: 'employee',
      receivedOn: '2026-12-05' as PlainDate,
      pages: 1,
      file: artifact('record-file', 'file'),
    },
    {
      type: 'RecordsListed',
      documents: [
        {
          documentId: 'f-p1',
          fileId: 'f',
          title,
          kind: 'progress-report',
          pages: { first: 1, last: 1 },
        },
      ],
      ledger: artifact('records-ledger', ledger),
    },
  ]
  const events = said.map(
    (event, at): BundledEvent => ({
      caseId: 'c',
      version: at + 1,
      at: '2026-12-05T20:00:00.000Z',
      by: null,
      event,
      previousHash: '',
      hash: '',
    }),
  )
  return findListDefect(events, new Map([[sha256Of(ledger), new TextEncoder().encode(ledger)]]))
}

describe('the lists of documents in a bundle', () => {
  it('are those of their ledgers', () => {
    expect(check('PR-2')).toBeNull()
  })

  it('are named where they say otherwise than the ledger', () => {
    expect(check('PR-4')).toMatchObject({ what: 'the list of documents of event 2' })
  })
})
