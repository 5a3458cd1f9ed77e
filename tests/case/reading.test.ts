import { describe, expect, it } from 'vitest'
import type { CaseCommand, CaseState } from '#case'
import { artifact, at, commands, day, person, system } from '../support/builders.ts'
import { after, given, stateIn } from '../support/given.ts'

/** Beside two files that were read at once, one that nobody has read yet. */
function waiting(): CaseState {
  const {
    pageTexts: _,
    pages: __,
    ...file
  } = commands.receiveRecord(7) as Extract<CaseCommand, { readonly type: 'ReceiveRecord' }>
  const open = after(stateIn('records-open'), commands.receiveRecord(1), commands.receiveRecord(2))
  return after(open, { ...file, pages: null })
}

const part = (first: number, last: number) => ({
  first,
  last,
  artifact: artifact('page-texts', `pages ${first}-${last}`),
})

function read(changes: Readonly<Record<string, unknown>> = {}): CaseCommand {
  return {
    type: 'RecordReading',
    by: system,
    at: at('2026-12-07'),
    documentId: 'f-7',
    pages: 30,
    pageTexts: [part(1, 20), part(21, 30)],
    engine: 'test engine',
    remarks: [],
    ...changes,
  } as CaseCommand
}

const giveUp: CaseCommand = {
  type: 'GiveUpReading',
  by: system,
  at: at('2026-12-07'),
  documentId: 'f-7',
  code: 'pdf-needs-password',
  because: 'the file needs a password',
}

const request: CaseCommand = {
  type: 'RequestReading',
  by: person('case-manager'),
  at: at('2026-12-08'),
  documentId: 'f-7',
}

const fileOf = (state: CaseState) => state.records.find(({ documentId }) => documentId === 'f-7')

describe('a received file', () => {
  it('waits until its pages are read, and then has as many as were read', () => {
    expect(fileOf(waiting())).toMatchObject({ reading: 'waiting', pages: null })
    const outcome = given(waiting()).when(read())
    expect(outcome.types).toEqual(['RecordRead'])
    expect(fileOf(outcome.state)).toMatchObject({ reading: 'read', pages: 30 })
  })

  it('is not read with pages left out, nor twice', () => {
    const state = waiting()
    expect(given(state).when(read({ pageTexts: [part(1, 20), part(22, 30)] })).refusals).toEqual([
      'reading-has-gaps',
    ])
    expect(given(state).when(read({ pages: 31 })).refusals).toEqual(['reading-has-gaps'])
    expect(given(state).when(read({ pages: 0, pageTexts: [] })).refusals).toEqual(['record-empty'])
    expect(given(after(state, read())).when(read()).refusals).toEqual(['record-already-read'])
    expect(given(state).when(read({ documentId: 'f-8' })).refusals).toEqual(['record-not-received'])
  })

  it('keeps the record open while it waits', () => {
    expect(given(waiting()).when(commands.listRecords()).refusals).toContain('record-not-read-yet')
    expect(given(after(waiting(), read())).when(commands.listRecords()).types).toEqual([
      'RecordsListed',
    ])
  })

  it('that cannot be read needs a reason before the record is complete, and may be tried again', () => {
    const outcome = given(waiting()).when(giveUp)
    expect(outcome.types).toEqual(['RecordNotRead'])
    expect(fileOf(outcome.state)).toMatchObject({
      reading: 'failed',
      notReadBecause: 'the file needs a password',
    })
    const listed = after(outcome.state, commands.listRecords())
    expect(given(listed).when(commands.completeRecords(listed)).refusals).toEqual([
      'record-not-readable',
    ])
    const requested = given(outcome.state).when(request)
    expect(requested.types).toEqual(['ReadingRequested'])
    expect(fileOf(requested.state)).toMatchObject({ reading: 'waiting' })
    expect(fileOf(requested.state)).not.toHaveProperty('notReadBecause')
    expect(given(requested.state).when(request).refusals).toEqual(['record-not-read-yet'])
    const again = after(outcome.state, read())
    expect(given(again).when(request).refusals).toEqual(['record-already-read'])
    expect(fileOf(again)).toMatchObject({ reading: 'read' })
    expect(fileOf(again)).not.toHaveProperty('notReadBecause')
  })
})

describe('a receipt', () => {
  const receipt = (changes: Readonly<Record<string, unknown>> = {}): CaseCommand =>
    ({
      type: 'GiveReceipt',
      by: person('claims-administrator'),
      at: at('2026-12-08'),
      receiptId: 'r-1',
      from: 'claims-administrator',
      receipt: artifact('receipt', 'receipt'),
      received: 1,
      alreadyThere: 0,
      refused: 2,
      ...changes,
    }) as CaseCommand

  it('changes nothing of the case but that it was given', () => {
    const outcome = given(waiting()).when(receipt())
    expect(outcome.types).toEqual(['ReceiptGiven'])
    expect({ ...outcome.state, version: 0 }).toEqual({ ...waiting(), version: 0 })
  })

  it('is given for something that was taken, to a case that there is', () => {
    expect(given(waiting()).when(receipt({ received: 0 })).refusals).toEqual(['record-empty'])
    expect(given(waiting()).when(receipt({ receipt: artifact('facts', 'x') })).refusals).toEqual([
      'artifact-of-wrong-kind',
    ])
  })
})

describe('a person who corrects the documents of a file', () => {
  const correct = (
    runs: readonly (readonly [number, number])[],
    changes: Readonly<Record<string, unknown>> = {},
  ): CaseCommand =>
    ({
      type: 'CorrectDocuments',
      by: person('case-manager'),
      at: at('2026-12-08'),
      fileId: 'f-7',
      documents: runs.map(([first, last]) => ({
        kind: 'progress-report',
        title: 'PR-2',
        date: day('2026-10-01'),
        pages: { first, last },
      })),
      ...changes,
    }) as CaseCommand

  it('is believed, and the last word counts', () => {
    const state = after(waiting(), read())
    const outcome = given(state).when(correct([[1, 30]]))
    expect(outcome.types).toEqual(['DocumentsCorrected'])
    const later = after(
      outcome.state,
      correct([
        [1, 4],
        [5, 30],
      ]),
    )
    expect(later.correctedDocuments).toHaveLength(1)
    expect(later.correctedDocuments[0]?.documents).toHaveLength(2)
  })

  it('must place every page once, name each document, and wait for the reading', () => {
    const state = after(waiting(), read())
    for (const runs of [
      [[1, 29]],
      [
        [1, 20],
        [20, 30],
      ],
      [[2, 30]],
      [[1, 31]],
    ] as const) {
      expect(given(state).when(correct(runs)).refusals).toEqual(['listed-pages-wrong'])
    }
    const untitled = correct([[1, 30]]) as Extract<CaseCommand, { type: 'CorrectDocuments' }>
    expect(
      given(state).when({
        ...untitled,
        documents: untitled.documents.map((document) => ({ ...document, title: ' ' })),
      }).refusals,
    ).toEqual(['text-missing'])
    expect(given(waiting()).when(correct([[1, 30]])).refusals).toContain('record-not-read-yet')
    expect(given(state).when(correct([[1, 30]], { by: person('employee') })).refusals).toEqual([
      'role-may-not',
    ])
  })

  it('has the list made anew when the record was complete already', () => {
    const late = commands.receiveRecord(7)
    const state = after(stateIn('in-review'), {
      ...late,
      at: at('2026-12-14'),
    } as CaseCommand)
    const corrected = after(state, correct([[1, 20]], { at: at('2026-12-14') }))
    expect(corrected.lateRecords).toEqual(['f-7'])
  })
})
