import { describe, expect, it } from 'vitest'
import { type CaseEvent, foldEvents } from '#case'
import { valueOf } from '#foundation'
import {
  completeRecords,
  correctDocuments,
  type Deps,
  dismissMissingRecord,
  getJson,
  missingRecords,
  readLedger,
  receiveRecord,
  recordOfCase,
  requestMissingRecords,
  searchRecord,
} from '#proceedings'
import { findLedgerDefect, type RecordsLedger } from '#records'
import { artifact, day } from '../support/builders.ts'
import { keepCase, manager, paperOf, recordsDeps } from '../support/records-deps.ts'

const denial = `NOTICE OF UTILIZATION REVIEW DECISION
Employee: Imogen Madeup   Claim number: WC-1   Date of injury: 03/04/2026
Date of decision: 11/02/2026
Records reviewed:
1. MRI of the lumbar spine dated 08/29/2026
2. Progress report dated 10/12/2026, Dr. Pretend
Decision: the requested treatment is denied.`
const note = (on: string, words: string) => `PROGRESS REPORT
Patient: Imogen Madeup  DOB: 02/14/1979
Date of service: ${on}
Subjective: ${words}
Electronically signed by: Petra Pretend, MD`
const mri = `MRI LUMBAR SPINE WITHOUT CONTRAST
Patient: Imogen Madeup
Exam date: 08/29/2026
Impression: Protrusion at L4-5 with radicu-
lopathy on the left.
Radiologist: Vera Nobody, M.D.`

async function openCase(...pages: readonly string[]): Promise<Deps> {
  const deps = recordsDeps()
  await keepCase(deps, 'records-open')
  valueOf(await receive(deps, pages))
  return deps
}

function receive(deps: Deps, pages: readonly string[], on = '2026-12-05') {
  return receiveRecord(deps, manager(on), 'case-1', {
    fileName: `file-${pages.length}-${pages[0]?.length}.pdf`,
    from: 'claims-administrator',
    content: paperOf(...pages),
  })
}

const stateOf = async (deps: Deps) => foldEvents(await deps.cases.load('case-1'))
const fileIdOf = async (deps: Deps) => (await stateOf(deps)).records[0]?.documentId ?? ''
const documentsOf = async (deps: Deps) =>
  (await recordOfCase(deps, await deps.cases.load('case-1'))).documents

describe('the documents of a case', () => {
  it('are what the pages propose until a person says what they are, and keep their ids', async () => {
    const deps = await openCase(denial, note('10/12/2026', 'pain'), note('11/09/2026', 'worse'))
    const fileId = await fileIdOf(deps)
    expect((await documentsOf(deps)).map(({ documentId }) => documentId)).toEqual([
      `${fileId}-p1`,
      `${fileId}-p2`,
      `${fileId}-p3`,
    ])
    const joined = {
      kind: 'correspondence',
      title: 'Denial with note',
      pages: { first: 1, last: 2 },
    }
    const last = {
      kind: 'progress-report',
      title: 'PR-2',
      dateOfService: day('2026-11-08'),
      pages: { first: 3, last: 3 },
    }
    const documents = [joined, last]
    valueOf(await correctDocuments(deps, manager('2026-12-06'), 'case-1', { fileId, documents }))
    expect(await documentsOf(deps)).toMatchObject([
      { documentId: `${fileId}-p1`, title: 'Denial with note', corrected: true },
      { documentId: `${fileId}-p3`, form: 'pr-2', date: '2026-11-08', corrected: true },
    ])
    const types = (await deps.cases.load('case-1')).map(({ event }) => event.type)
    expect(types.at(-1)).toBe('DocumentsCorrected')
  })

  it('are listed anew when a person corrects them after the file was found complete', async () => {
    const deps = await openCase(denial, note('10/12/2026', 'pain'))
    valueOf(await completeRecords(deps, manager('2026-12-07'), 'case-1'))
    const fileId = await fileIdOf(deps)
    const corrected = valueOf(
      await correctDocuments(deps, manager('2026-12-08'), 'case-1', {
        fileId,
        documents: [{ kind: 'legal', title: 'All of it', pages: { first: 1, last: 2 } }],
      }),
    )
    expect(corrected.state.lateRecords).toEqual([])
    expect(corrected.state.listedDocuments).toEqual([
      {
        documentId: `${fileId}-p1`,
        fileId,
        title: 'All of it',
        kind: 'legal',
        pages: { first: 1, last: 2 },
      },
    ])
  })

  it('include a file that could not be read, as what it is', async () => {
    const deps = await openCase(denial)
    const state = await stateOf(deps)
    const lost: CaseEvent = {
      type: 'RecordReceived',
      documentId: 'f-lost',
      fileName: 'lost.pdf',
      from: 'employee',
      receivedOn: day('2026-12-05'),
      pages: null,
      file: artifact('record-file', 'lost'),
    }
    valueOf(
      await deps.cases.append({
        caseId: 'case-1',
        expectedVersion: state.version,
        ...manager('2026-12-05'),
        events: [
          lost,
          {
            type: 'RecordNotRead',
            documentId: 'f-lost',
            code: 'pdf-needs-password',
            because: 'the file needs a password',
          },
        ],
      }),
    )
    expect((await documentsOf(deps)).at(-1)).toMatchObject({
      documentId: 'f-lost-p1',
      kind: 'unidentified',
      title: 'File that could not be read',
    })
    const ledger = valueOf(await readLedger(deps, 'case-1'))
    expect(ledger.files.map(({ reading }) => reading)).toEqual(['read', 'failed'])
    expect(ledger.unreadable).toEqual([{ fileId: 'f-lost', page: 1 }])
    const completed = await completeRecords(deps, manager('2026-12-07'), 'case-1', {
      reason: 'The employee has no other copy.',
    })
    expect(valueOf(completed).state.listedDocuments.at(-1)?.title).toBe(
      'File that could not be read',
    )
  })
})

describe('the ledger of a case', () => {
  it('makes the list of the letter, page for page, and knows when that list is old', async () => {
    const deps = await openCase(denial, '', note('10/12/2026', 'pain'), mri)
    expect(valueOf(await readLedger(deps, 'case-1')).listIsCurrent).toBeNull()
    valueOf(await completeRecords(deps, manager('2026-12-07'), 'case-1'))
    const live = valueOf(await readLedger(deps, 'case-1'))
    const state = await stateOf(deps)
    expect(live.listIsCurrent).toBe(true)
    expect(live.listed).toEqual(state.listedDocuments)
    const listed = (await deps.cases.load('case-1')).findLast(
      ({ event }) => event.type === 'RecordsListed',
    )?.event
    const stored =
      listed?.type === 'RecordsListed'
        ? await getJson<RecordsLedger>(deps.artifacts, listed.ledger)
        : null
    const fileId = await fileIdOf(deps)
    expect(stored && findLedgerDefect(stored, state.listedDocuments, [{ fileId, pages: 4 }])).toBe(
      null,
    )
    valueOf(
      await receiveRecord(deps, manager('2026-12-09'), 'case-1', {
        fileName: 'late.pdf',
        from: 'employee',
        content: paperOf(note('11/20/2026', 'late')),
        foundOn: day('2026-12-08'),
      }),
    )
    expect(valueOf(await readLedger(deps, 'case-1')).listIsCurrent).toBe(false)
  })
})

describe('a record that is missing', () => {
  it('is asked for with a clock and every page that mentions it, and found when it comes', async () => {
    const deps = await openCase(denial, note('10/12/2026', 'MRI of 08/29/2026 discussed'))
    const [missing] = valueOf(await missingRecords(deps, 'case-1'))
    expect(missing).toMatchObject({ kind: 'imaging-report', standing: 'missing' })
    const missingId = missing?.missingId ?? ''
    const asked = valueOf(
      await requestMissingRecords(deps, manager('2026-12-06'), 'case-1', {
        missingIds: [missingId],
        from: 'claims-administrator',
        note: 'The films are not needed.',
      }),
    )
    expect(asked.state.clocks.find(({ clock }) => clock === 'R6')?.status).toBe('running')
    const notice = (await deps.cases.load('case-1')).findLast(
      ({ event }) => event.type === 'NoticeSent',
    )?.event
    const printed =
      notice?.type === 'NoticeSent'
        ? JSON.stringify(await getJson<unknown>(deps.artifacts, notice.notice))
        : ''
    for (const words of ['MRI of the lumbar spine, August 29, 2026', 'pages 1, 2 of file-2']) {
      expect(printed).toContain(words)
    }
    expect(printed).toContain('The films are not needed.')
    expect(valueOf(await missingRecords(deps, 'case-1'))).toMatchObject([
      { missingId, standing: 'requested', requested: { from: 'claims-administrator' } },
    ])
    valueOf(await receive(deps, [mri], '2026-12-08'))
    const answer = (await documentsOf(deps)).at(-1)?.documentId
    expect(valueOf(await missingRecords(deps, 'case-1'))).toMatchObject([
      { missingId, standing: 'found', foundIn: answer },
    ])
    expect((await stateOf(deps)).clocks.find(({ clock }) => clock === 'R6')?.status).toBe('stopped')
  })

  it('may be dismissed once, with a reason; an id that is not missing is refused', async () => {
    const deps = await openCase(denial, note('10/12/2026', 'pain'))
    const missingId = valueOf(await missingRecords(deps, 'case-1'))[0]?.missingId ?? ''
    const dismissal = { missingId, reason: 'The study was never done.' }
    valueOf(await dismissMissingRecord(deps, manager('2026-12-06'), 'case-1', dismissal))
    expect(valueOf(await missingRecords(deps, 'case-1'))).toMatchObject([
      { missingId, standing: 'dismissed', dismissed: { reason: dismissal.reason } },
    ])
    const again = await dismissMissingRecord(deps, manager('2026-12-06'), 'case-1', dismissal)
    expect(again).toMatchObject({ refusals: [{ code: 'missing-record-dismissed' }] })
    const unknown = await requestMissingRecords(deps, manager('2026-12-06'), 'case-1', {
      missingIds: ['m-none'],
      from: 'employee',
    })
    expect(unknown).toMatchObject({ refusals: [{ code: 'missing-record-unknown' }] })
  })
})

describe('a search of the record', () => {
  it('finds a word parted at the end of a line, marks it, and says what it could not see', async () => {
    const deps = await openCase(denial, mri, '')
    const found = valueOf(await searchRecord(deps, 'case-1', { query: 'Radiculopathy', limit: 10 }))
    const fileId = await fileIdOf(deps)
    expect(found).toMatchObject({
      hits: [{ documentId: fileId, page: 2, snippet: { text: expect.stringContaining('L4-5') } }],
      pagesSearched: 2,
      pagesNotReadable: [{ documentId: fileId, page: 3 }],
      truncated: false,
    })
    expect(found.hits[0]?.wordBoxes.map(({ y }) => y)).toEqual([36, 48])
    const none = await searchRecord(deps, 'case-1', { query: ' "-" ', limit: 10 })
    expect(none).toMatchObject({ refusals: [{ code: 'search-empty' }] })
    const cut = valueOf(await searchRecord(deps, 'case-1', { query: 'imogen', limit: 1 }))
    expect(cut).toMatchObject({ pagesSearched: 2, truncated: true })
    expect(cut.hits).toHaveLength(1)
  })
})
