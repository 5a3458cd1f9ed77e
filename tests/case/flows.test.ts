import { describe, expect, it } from 'vitest'
import { type CaseCommand, type CaseState, computeFee } from '#case'
import {
  anApplication,
  artifact,
  at,
  clocksFor,
  commands,
  day,
  person,
  system,
} from '../support/builders.ts'
import { after, given, stateIn } from '../support/given.ts'

const manager = person('case-manager')

const recipients = [
  { role: 'employee', name: 'I. Madeup', method: 'mail', address: 'invented' },
] as const

describe('an answer to a request for information', () => {
  const answer = (on: string): CaseCommand => ({
    type: 'AnswerInformation',
    by: person('claims-administrator'),
    at: at(on),
    from: 'claims-administrator',
    answer: 'The knee was accepted on November 2.',
  })

  it('stops the time to answer, and eligibility is tested again', () => {
    const outcome = given(stateIn('awaiting-information')).when(answer('2026-11-17'))
    expect(outcome.types).toEqual(['InformationAnswered', 'ClockStopped'])
    expect(outcome.state).toMatchObject({ status: 'received', eligibility: null })
  })

  it('is taken late as well, after the clock has run out', () => {
    const late = after(stateIn('awaiting-information'), {
      type: 'RunOutClock',
      by: system,
      at: at('2026-11-23'),
      clock: 'E1',
    })
    expect(given(late).when(answer('2026-11-30')).types).toEqual(['InformationAnswered'])
  })

  it('is refused where nobody asked, and where it says nothing', () => {
    expect(given(stateIn('eligible')).when(answer('2026-11-23')).refusals).toEqual([
      'step-out-of-order',
    ])
    const empty = { ...answer('2026-11-17'), answer: ' ' } as CaseCommand
    expect(given(stateIn('awaiting-information')).when(empty).refusals).toEqual(['text-missing'])
  })
})

describe('the finding of eligibility', () => {
  const find = (state: CaseState): CaseCommand => {
    const starter = { type: 'ReceiveEligibilityFinding', at: at('2026-11-20') } as const
    return { ...starter, by: manager, certificates: clocksFor(starter, state) }
  }

  it('gives one business day to assign, and the assignment stops it', () => {
    const found = given(stateIn('eligible')).when(find(stateIn('eligible')))
    expect(found.types).toEqual(['EligibilityFindingReceived', 'ClockStarted'])
    expect(found.state.clocks).toMatchObject([
      { clock: 'A1', deadline: { due: { on: '2026-11-23' } } },
    ])
    const assigned = given(found.state).when(commands.assign(found.state))
    expect(assigned.types).toEqual([
      'ReviewAssigned',
      'ClockStopped',
      'ClockStarted',
      'ClockStarted',
    ])
  })

  it('comes once', () => {
    const found = after(stateIn('eligible'), find(stateIn('eligible')))
    expect(given(found).when(find(found)).refusals).toEqual(['already-served'])
    expect(given(stateIn('ineligible')).when(find(stateIn('eligible'))).refusals).toContain(
      'step-out-of-order',
    )
  })
})

describe('the finding that no review is opened', () => {
  const serve = (state: CaseState): CaseCommand => {
    const starter = {
      type: 'ServeEligibilityFinding',
      at: at('2026-11-23'),
      recipients,
    } as const
    return {
      ...starter,
      by: manager,
      notice: artifact('assignment-notice', 'ineligible'),
      certificates: clocksFor(starter, state),
    }
  }

  it('starts the thirty days to petition', () => {
    const outcome = given(stateIn('ineligible')).when(serve(stateIn('ineligible')))
    expect(outcome.types).toEqual(['EligibilityFindingServed', 'ClockStarted'])
    expect(outcome.state.clocks).toMatchObject([
      { clock: 'E3', deadline: { nature: 'right', due: { on: '2026-12-28' } } },
    ])
  })

  it('starts no time to petition where the review is only deferred', () => {
    expect(given(stateIn('deferred')).when(serve(stateIn('deferred'))).types).toEqual([
      'EligibilityFindingServed',
    ])
  })

  it('goes to the employee, once', () => {
    const state = stateIn('ineligible')
    const command = serve(state)
    const nobody = { ...command, recipients: [] } as CaseCommand
    expect(given(state).when(nobody).refusals).toContain('recipient-missing')
    const served = after(state, command)
    expect(given(served).when(serve(served)).refusals).toEqual(['already-served'])
  })
})

describe('a deferred review', () => {
  const resolve = (state: CaseState): CaseCommand => {
    const starter = {
      type: 'ResolveLiability',
      at: at('2026-12-02'),
      noticeServedOn: day('2026-12-01'),
    } as const
    return {
      ...starter,
      by: person('claims-administrator'),
      reason: 'The knee is accepted.',
      certificates: clocksFor(starter, state),
    }
  }
  const reopen = (on: string, lateBecause?: string): CaseCommand => ({
    type: 'ReopenReview',
    by: person('employee'),
    at: at(on),
    reason: 'I ask for the review.',
    ...(lateBecause === undefined ? {} : { lateBecause }),
  })
  const deferred = stateIn('deferred')

  it('is reopened within thirty days of the notice, and is then tested again', () => {
    const resolved = given(deferred).when(resolve(deferred))
    expect(resolved.types).toEqual(['LiabilityResolved', 'ClockStarted'])
    expect(resolved.state.clocks).toMatchObject([
      { clock: 'F4', deadline: { due: { on: '2026-12-31' } } },
    ])
    const reopened = given(resolved.state).when(reopen('2026-12-31'))
    expect(reopened.types).toEqual(['ReviewReopened', 'ClockStopped'])
    expect(reopened.state.application?.liabilityDispute).toEqual({
      reason: 'the knee is not accepted',
      resolvedNoticeOn: '2026-12-01',
    })
    const tested = { ...commands.testEligibility(reopened.state), at: at('2027-01-04') }
    expect(after(reopened.state, tested).status).toBe('eligible')
  })

  it('is not reopened without that notice', () => {
    expect(given(deferred).when(reopen('2026-12-10')).refusals).toEqual(['liability-not-resolved'])
  })

  it('is not reopened late without a reason', () => {
    const resolved = after(deferred, resolve(deferred))
    expect(given(resolved).when(reopen('2027-01-04')).refusals).toEqual(['reopened-too-late'])
    expect(given(resolved).when(reopen('2027-01-04', 'served at an old address')).types).toEqual([
      'ReviewReopened',
      'ClockStopped',
    ])
  })
})

describe('two applications of one employee, physician and injury', () => {
  const other = anApplication({
    disputedTreatments: [
      {
        treatment: 'mri of the LUMBAR spine',
        bodyRegions: ['lumbar spine'],
        claimsAdministratorGuideline: 'MTUS',
      },
      {
        treatment: 'Ankle surgery',
        bodyRegions: ['ankle'],
        claimsAdministratorGuideline: 'MTUS',
      },
      {
        treatment: 'Walking boot',
        bodyRegions: ['ankle'],
        associatedWith: 't2',
        claimsAdministratorGuideline: 'MTUS',
      },
    ],
  })
  const takeIn = (application = other, caseNumber = 'CM26-0000002'): CaseCommand => ({
    type: 'TakeInApplication',
    by: manager,
    at: at('2026-11-23'),
    caseId: 'case-2',
    caseNumber,
    application,
  })
  const join: CaseCommand = {
    type: 'ConsolidateInto',
    by: manager,
    at: at('2026-11-23'),
    caseId: 'case-1',
    caseNumber: 'CM26-0000009',
  }

  it('become one: new treatments get the next ids, what goes with what is kept, nothing is twice', () => {
    const outcome = given(stateIn('eligible')).when(takeIn())
    expect(outcome.types).toEqual(['ApplicationTakenIn'])
    expect(
      outcome.state.application?.disputedTreatments.map(({ id, treatment, associatedWith }) => [
        id,
        treatment,
        associatedWith,
      ]),
    ).toEqual([
      ['t1', 'MRI of the lumbar spine', undefined],
      ['t2', 'Arthroscopy of the left knee', undefined],
      ['t3', 'Knee brace after surgery', 't2'],
      ['t4', 'Ankle surgery', undefined],
      ['t5', 'Walking boot', 't4'],
    ])
    expect(outcome.state.takenIn).toEqual([
      { caseNumber: 'CM26-0000002', treatmentIds: ['t4', 't5'] },
    ])
  })

  it('are one review: every treatment is decided before the draft is whole', () => {
    const state = after(stateIn('in-review'), takeIn(), commands.writeSummary())
    expect(given(state).when(commands.submitDraft()).refusals).toEqual([
      'issue-undecided',
      'issue-undecided',
      'issue-undecided',
      'issue-undecided',
      'issue-undecided',
    ])
  })

  it('end as one: the other review stops its clocks, carries no fee and gets no determination', () => {
    const outcome = given(stateIn('records-open')).when(join)
    expect(outcome.types).toEqual(['ConsolidatedInto', 'ClockStopped', 'ClockStopped'])
    expect(outcome.state).toMatchObject({
      status: 'terminated',
      consolidatedInto: { caseNumber: 'CM26-0000009' },
    })
    const fee = computeFee(outcome.state)
    expect(fee.ok ? '' : fee.refusals[0].because).toBe(
      'the review joined CM26-0000009, which carries the fee',
    )
  })

  it('do not become one where employee, physician or injury differ', () => {
    const eligible = given(stateIn('eligible'))
    expect(eligible.when(takeIn(anApplication({ dateOfInjury: '2026-01-01' }))).refusals).toContain(
      'not-to-consolidate',
    )
    expect(eligible.when(takeIn(anApplication())).refusals).toEqual(['not-to-consolidate'])
    expect(eligible.when(takeIn(other, 'CM26-0000001')).refusals).toEqual(['not-to-consolidate'])
    const twice = after(stateIn('eligible'), takeIn())
    expect(given(twice).when(takeIn()).refusals).toContain('not-to-consolidate')
    expect(given(twice).when(join).refusals).toEqual(['not-to-consolidate'])
    expect(given(stateIn('served')).when(takeIn()).refusals).toContain('step-out-of-order')
  })
})

describe('records that come late', () => {
  const second = (on: string): CaseCommand => ({ ...commands.receiveRecord(2), at: at(on) })
  const listBoth = (): CaseCommand => {
    const list = commands.listRecords()
    if (list.type !== 'ListRecords') throw new Error('another command')
    return {
      ...list,
      at: at('2026-12-15'),
      documents: [
        ...list.documents,
        {
          documentId: 'd3',
          fileId: 'f-2',
          title: 'MRI report',
          kind: 'imaging-report',
          pages: { first: 1, last: 2 },
        },
      ],
    }
  }

  it('keep the draft from quality until they are listed', () => {
    const state = after(
      stateIn('in-review'),
      commands.writeSummary(),
      commands.decideIssue('t1', 'upheld'),
      commands.decideIssue('t2', 'upheld'),
      commands.decideIssue('t3', 'upheld'),
      second('2026-12-14'),
    )
    expect(state.lateRecords).toEqual(['f-2'])
    expect(given(state).when(commands.submitDraft()).refusals).toEqual(['late-record-not-listed'])
    expect(after(state, listBoth(), commands.submitDraft()).status).toBe('quality')
  })

  it('send a draft back from quality', () => {
    for (const status of ['quality', 'quality-passed'] as const) {
      const outcome = given(stateIn(status)).when(second('2026-12-16'))
      expect(outcome.types).toEqual(['RecordReceived', 'DraftReturned'])
      expect(outcome.state).toMatchObject({
        status: 'in-review',
        returnedBecause: ['file-2.pdf came after the draft'],
      })
    }
  })

  it('are refused once the determination is issued', () => {
    expect(given(stateIn('issued')).when(second('2026-12-17')).refusals).toEqual([
      'step-out-of-order',
    ])
  })

  it('cannot be found after they came', () => {
    const command = {
      ...commands.receiveRecord(2),
      foundOn: day('2026-12-24'),
    } as CaseCommand
    expect(given(stateIn('records-open')).when(command).refusals).toEqual(['date-before-its-cause'])
  })
})

describe('a request for more of the record', () => {
  const ask = (state: CaseState): CaseCommand => {
    const starter = { type: 'RequestRecords', at: at('2026-12-10') } as const
    return {
      ...starter,
      by: manager,
      from: 'requesting-physician',
      what: 'the operative report of 2025',
      certificates: clocksFor(starter, state),
    }
  }

  it('gives five business days, or one day in an expedited review', () => {
    const state = stateIn('records-complete')
    expect(given(state).when(ask(state)).state.clocks.at(-1)).toMatchObject({
      clock: 'R6',
      deadline: { due: { on: '2026-12-17' } },
    })
    const expedited: CaseState = { ...state, priority: 'expedited' }
    expect(given(expedited).when(ask(expedited)).state.clocks.at(-1)).toMatchObject({
      clock: 'R6-expedited',
      deadline: { due: { on: '2026-12-11' } },
    })
  })

  it('is answered by the party asked, nobody else', () => {
    const state = after(stateIn('records-complete'), ask(stateIn('records-complete')))
    const file = { ...commands.receiveRecord(2), at: at('2026-12-14') }
    expect(given(state).when(file).types).toEqual(['RecordReceived'])
    const fromPhysician = { ...file, from: 'requesting-physician' } as CaseCommand
    expect(given(state).when(fromPhysician).types).toEqual(['RecordReceived', 'ClockStopped'])
  })
})

describe('a notice', () => {
  const send = (to: readonly (typeof recipients)[number][]): CaseCommand => ({
    type: 'SendNotice',
    by: system,
    at: at('2026-12-10'),
    template: 'late-records',
    notice: artifact('assignment-notice', 'late'),
    recipients: to,
  })

  it('lies in the ledger with its template, its text and whom it went to', () => {
    const outcome = given(stateIn('records-overdue')).when(send(recipients))
    expect(outcome.types).toEqual(['NoticeSent'])
    expect(outcome.state.noticesSent).toEqual([{ template: 'late-records', sentOn: '2026-12-10' }])
  })

  it('goes to somebody, about a case', () => {
    expect(given(stateIn('eligible')).when(send([])).refusals).toEqual(['recipient-missing'])
    expect(given(stateIn('none')).when(send(recipients)).refusals).toEqual(['no-application'])
  })
})
