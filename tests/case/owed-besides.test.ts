import { describe, expect, it } from 'vitest'
import {
  type CaseCommand,
  type CaseState,
  computeRetention,
  expectedBy,
  type PenaltyLine,
  penaltyLedgerOf,
} from '#case'
import { valueOf } from '#foundation'
import {
  anApplication,
  at,
  type BuiltCase,
  caseIn,
  clocksFor,
  commands,
  day,
  person,
  recorded,
} from '../support/builders.ts'
import { after, given, stateIn } from '../support/given.ts'

/** The lines of the ledger after more commands on a built case. */
function ledger(
  built: BuiltCase,
  list: readonly CaseCommand[],
  asOf: string,
): readonly PenaltyLine[] {
  const steps = [...built.steps]
  let { state } = built
  for (const command of list) {
    const outcome = given(state).when(command)
    expect(outcome.refusals).toEqual([])
    steps.push({ command, events: outcome.events })
    state = outcome.state
  }
  const events = recorded({ ...built, steps, state, events: steps.flatMap((one) => one.events) })
  return penaltyLedgerOf(events, day(asOf)).lines
}

describe('an authorization (W1: the review organization is told within five days)', () => {
  const terminate = (
    state: CaseState,
    authorizedOn: string,
    toldOn: string,
    changes: Partial<Extract<CaseCommand, { readonly type: 'TerminateReview' }>> = {},
  ): CaseCommand => {
    const starter = {
      type: 'TerminateReview',
      at: at('2026-12-01'),
      authorization: { authorizedOn: day(authorizedOn), toldOn: day(toldOn) },
    } as const
    return {
      ...starter,
      by: person('case-manager'),
      reason: 'authorized',
      terminatedOn: day('2026-12-01'),
      certificates: clocksFor(starter, state),
      ...changes,
    }
  }

  it('told in time starts and stops its clock, and ends the review', () => {
    const state = stateIn('records-open')
    const outcome = given(state).when(terminate(state, '2026-11-25', '2026-11-30'))
    expect(outcome.types).toEqual([
      'ClockStarted',
      'ClockStopped',
      'ReviewTerminated',
      'ClockStopped',
      'ClockStopped',
    ])
    expect(outcome.events[0]).toMatchObject({
      clock: 'W1',
      deadline: { due: { on: '2026-11-30' } },
    })
    expect(outcome.events[2]).toMatchObject({
      authorization: { authorizedOn: '2026-11-25', toldOn: '2026-11-30' },
    })
    expect(outcome.state.status).toBe('terminated')
  })

  it('told late is flagged in the ledger, with the mark of a rule that was not read', () => {
    const built = caseIn('records-open')
    const late = terminate(built.state, '2026-11-20', '2026-11-28')
    expect(given(built.state).when(late).types.slice(0, 2)).toEqual(['ClockStarted', 'ClockRanOut'])
    const [line, ...others] = ledger(built, [late], '2027-02-01')
    expect(others).toEqual([])
    expect(line).toMatchObject({
      clock: 'W1',
      days: 3,
      running: false,
      verified: false,
      amount: { kind: 'at-most', dollars: 15_000 },
    })
    expect(
      ledger(built, [terminate(built.state, '2026-11-25', '2026-11-30')], '2027-02-01'),
    ).toEqual([])
  })

  it('without its days is flagged as a thing to be found', () => {
    const built = caseIn('records-open')
    const command = { ...commands.terminateReview(), at: at('2026-12-01') }
    expect(ledger(built, [command], '2027-02-01')).toMatchObject([
      { clock: 'W1', days: null, amount: { kind: 'to-be-found', perDayAtMost: 5000 } },
    ])
    const withdrawn = { ...command, reason: 'withdrawn' } as CaseCommand
    expect(ledger(built, [withdrawn], '2027-02-01')).toEqual([])
  })

  it('is refused with days that cannot be, and where nothing was authorized', () => {
    const state = stateIn('records-open')
    const refusals = (command: CaseCommand): readonly string[] =>
      given(state).when(command).refusals
    expect(refusals(terminate(state, '2026-11-25', '2026-11-24'))).toEqual([
      'date-before-its-cause',
    ])
    expect(refusals(terminate(state, '2026-10-01', '2026-11-24'))).toEqual([
      'date-before-its-cause',
    ])
    expect(refusals(terminate(state, '2026-11-25', '2026-12-02'))).toEqual(['date-in-the-future'])
    expect(refusals(terminate(state, '2026-11-25', '2026-11-30', { reason: 'settled' }))).toEqual([
      'authorization-of-something-else',
    ])
    expect(refusals(terminate(state, '2026-11-25', '2026-11-30', { certificates: {} }))).toEqual([
      'clock-certificate-missing',
    ])
  })

  it('of one treatment leaves the others in dispute', () => {
    const state = stateIn('in-review')
    const starter = {
      type: 'TerminateTreatment',
      at: at('2026-12-10'),
      authorization: { authorizedOn: day('2026-12-09'), toldOn: day('2026-12-10') },
    } as const
    const outcome = given(state).when({
      ...starter,
      by: person('case-manager'),
      treatmentId: 't1',
      reason: 'authorized',
      terminatedOn: day('2026-12-10'),
      certificates: clocksFor(starter, state),
    })
    expect(outcome.types).toEqual(['ClockStarted', 'ClockStopped', 'TreatmentTerminated'])
    expect(outcome.state.terminatedTreatments).toMatchObject([
      { treatmentId: 't1', authorization: { toldOn: '2026-12-10' } },
    ])
    expect(outcome.state.status).toBe('in-review')
  })
})

describe('more days for the decision (D4)', () => {
  const extend = (
    state: CaseState,
    changes: Partial<Extract<CaseCommand, { readonly type: 'ExtendDecision' }>> = {},
  ): CaseCommand => {
    const starter = { type: 'ExtendDecision', at: at('2026-12-15'), days: 3 } as const
    const days = changes.days ?? starter.days
    return {
      ...starter,
      by: person('case-manager'),
      approval: 'AD 2026-112',
      approvedOn: day('2026-12-14'),
      reason: 'The reviewer fell ill.',
      certificates: days === 3 ? clocksFor(starter, state) : {},
      ...changes,
    }
  }

  it('certify the clock of the decision anew, with the days added', () => {
    const state = stateIn('in-review')
    const outcome = given(state).when(extend(state))
    expect(outcome.types).toEqual(['DecisionExtended', 'ClockStarted'])
    const clock = outcome.state.clocks.find((one) => one.clock === 'D1')
    expect(clock).toMatchObject({
      status: 'running',
      deadline: { due: { on: '2027-01-10' } },
    })
    expect(clock?.deadline.steps.at(-1)).toMatchObject({
      rule: '3 more days, approved by the Administrative Director',
      authority: 'Labor Code 4610.6(d)(2)',
    })
    expect(outcome.state.extension).toMatchObject({ days: 3, approval: 'AD 2026-112' })
  })

  it('are refused without approval or reason, and for more than three days', () => {
    const state = stateIn('in-review')
    expect(given(state).when(extend(state, { approval: ' ' })).refusals).toEqual([
      'approval-missing',
    ])
    expect(given(state).when(extend(state, { reason: '' })).refusals).toEqual(['text-missing'])
    for (const days of [0, 4, 1.5]) {
      expect(given(state).when(extend(state, { days })).refusals).toEqual(['extension-not-allowed'])
    }
    expect(given(state).when(extend(state, { approvedOn: day('2026-12-16') })).refusals).toEqual([
      'date-in-the-future',
    ])
  })

  it('are given once', () => {
    const state = after(stateIn('in-review'), extend(stateIn('in-review')))
    expect(given(state).when(extend(state)).refusals).toEqual(['decision-extended-already'])
  })

  it('come too late once the time is over, swept or not, and before it runs', () => {
    const state = stateIn('in-review')
    const late = { at: at('2027-01-08'), approvedOn: day('2027-01-07') }
    expect(given(state).when(extend(state, late)).refusals).toEqual(['decision-time-over'])
    const swept = after(state, {
      type: 'RunOutClock',
      by: person('case-manager'),
      at: at('2027-01-08'),
      clock: 'D1',
    })
    expect(given(swept).when(extend(swept, late)).refusals).toEqual(['clock-not-running'])
    const open = stateIn('records-open')
    expect(given(open).when(extend(open)).refusals).toEqual(['clock-not-running'])
  })

  it('are the office’s to record', () => {
    const state = stateIn('in-review')
    expect(given(state).when(extend(state, { by: person('reviewer') })).refusals).toEqual([
      'role-may-not',
    ])
  })
})

describe('the copy to the parties of what the claims administrator sent (R7)', () => {
  const note = (
    state: CaseState,
    copy: Extract<CaseCommand, { readonly type: 'NoteCopyToParties' }>['copy'],
    on = '2026-12-10',
  ): CaseCommand => {
    const starter = { type: 'NoteCopyToParties', at: at(on), documentId: 'f-1' } as const
    return {
      ...starter,
      by: person('case-manager'),
      copy,
      certificates: clocksFor(starter, state),
    }
  }
  const received = (): BuiltCase => caseIn('records-complete')
  const receivedOn = received().state.records[0]?.receivedOn ?? day('2026-12-01')
  const proved = {
    kind: 'proved',
    copiedOn: receivedOn,
    proof: 'proof of service with the records',
  } as const
  const absent = { kind: 'absent', because: 'no proof of service came' } as const

  it('is due on the day of the sending, and is no clock of the records', () => {
    const { state } = received()
    const outcome = given(state).when(note(state, proved))
    expect(outcome.types).toEqual(['CopyToPartiesNoted', 'ClockStarted', 'ClockStopped'])
    expect(outcome.events[1]).toMatchObject({
      clock: 'R7',
      deadline: { due: { on: receivedOn } },
    })
    expect(outcome.state.status).toBe('records-complete')
  })

  it('is flagged where nothing shows it, until it is proved', () => {
    const built = received()
    const missing = note(built.state, absent)
    expect(given(built.state).when(missing).types).toEqual([
      'CopyToPartiesNoted',
      'ClockStarted',
      'ClockRanOut',
    ])
    expect(ledger(built, [missing], '2026-12-20')).toMatchObject([
      { clock: 'R7', running: true, verified: false, amount: { kind: 'at-most' } },
    ])
    const noted = after(built.state, missing)
    expect(noted.status).toBe('records-complete')
    const later = note(noted, { ...proved, copiedOn: day('2026-12-12') }, '2026-12-14')
    expect(ledger(built, [missing, later], '2027-03-01')).toMatchObject([
      { clock: 'R7', running: false, to: '2026-12-12' },
    ])
  })

  it('is silent in the ledger where it went out with the records', () => {
    const built = received()
    expect(ledger(built, [note(built.state, proved)], '2027-03-01')).toEqual([])
  })

  it('is refused of an unknown file, without words, twice, and of a day to come', () => {
    const { state } = received()
    const refusals = (one: CaseState, command: CaseCommand): readonly string[] =>
      given(one).when(command).refusals
    const unknown = { ...note(state, proved), documentId: 'f-9', certificates: {} } as CaseCommand
    expect(refusals(state, unknown)).toEqual(['record-not-received'])
    expect(refusals(state, note(state, { ...proved, proof: ' ' }))).toEqual(['text-missing'])
    expect(refusals(state, note(state, { ...proved, copiedOn: day('2026-12-11') }))).toEqual([
      'date-in-the-future',
    ])
    const done = after(state, note(state, proved))
    expect(refusals(done, note(done, proved))).toEqual(['copy-noted-already'])
    expect(refusals(done, note(done, absent))).toEqual(['copy-noted-already'])
  })

  it('is not owed of what the employee sent', () => {
    const own = { ...commands.receiveRecord(), from: 'employee' } as CaseCommand
    const state = after(stateIn('records-open'), own)
    expect(
      given(state).when({ ...note(state, proved), certificates: {} } as CaseCommand).refusals,
    ).toEqual(['copy-not-owed'])
  })
})

describe('the fee (P2)', () => {
  const invoice = (
    state: CaseState,
    amount?: { readonly dollars: number; readonly because: string },
    on = '2026-12-21',
  ): CaseCommand => {
    const starter = { type: 'InvoiceFee', at: at(on) } as const
    return {
      ...starter,
      by: person('case-manager'),
      certificates: clocksFor(starter, state),
      ...(amount ? { amount } : {}),
    }
  }
  const found = { dollars: 345, because: 'dir.ca.gov, schedule of 2026, read on 2026-12-21' }
  const pay = (on: string): CaseCommand => ({
    type: 'RecordFeePayment',
    by: person('case-manager'),
    at: at('2027-01-25'),
    paidOn: day(on),
  })

  it('of 2026 stands in no schedule that was found: the refusal names what is missing', () => {
    const state = stateIn('served')
    expect(given(state).when(invoice(state)).refusals).toEqual(['fee-amount-missing'])
    const outcome = given(state).when(invoice(state, found))
    expect(outcome.types).toEqual(['FeeInvoiced', 'ClockStarted'])
    expect(outcome.events).toMatchObject([
      { dollars: 345, amountBy: 'person', verified: false },
      { clock: 'P2', deadline: { due: { on: '2027-01-20' } } },
    ])
    const mute = invoice(state, { ...found, because: '' })
    expect(given(state).when(mute).refusals).toEqual(['text-missing'])
    expect(given(state).when(invoice(state, { ...found, dollars: -1 })).refusals).toEqual([
      'fee-amount-missing',
    ])
  })

  it('is paid once, in time or after its clock ran out', () => {
    const served = stateIn('served')
    expect(given(served).when(pay('2027-01-20')).refusals).toEqual(['fee-not-invoiced'])
    const state = after(served, invoice(served, found))
    const paid = given(state).when(pay('2027-01-20'))
    expect(paid.types).toEqual(['FeePaid', 'ClockStopped'])
    expect(paid.state.invoice).toMatchObject({ dollars: 345, paidOn: '2027-01-20' })
    expect(given(paid.state).when(pay('2027-01-21')).refusals).toEqual(['fee-paid-already'])
    expect(given(state).when(pay('2026-12-20')).refusals).toEqual(['date-before-its-cause'])
    expect(given(state).when(invoice(state, found)).refusals).toEqual(['fee-invoiced-already'])
    const late = after(state, {
      type: 'RunOutClock',
      by: person('case-manager'),
      at: at('2027-01-22'),
      clock: 'P2',
    })
    expect(given(late).when(pay('2027-01-25')).types).toEqual(['FeePaid'])
  })

  it('is owed for a review that ended early, and not before there is one', () => {
    const open = stateIn('records-open')
    expect(given(open).when(invoice(open)).refusals).toEqual(['no-fee-yet'])
    const ended = after(open, { ...commands.terminateReview(), at: at('2026-12-01') })
    expect(given(ended).when(invoice(ended, found)).types).toEqual(['FeeInvoiced', 'ClockStarted'])
  })

  it('goes on when the case is remanded', () => {
    const served = stateIn('served')
    const billed = after(served, invoice(served, found), commands.appeal())
    const remanded = after(billed, commands.remand(billed))
    expect(remanded.clocks.find(({ clock }) => clock === 'P2')?.status).toBe('running')
  })
})

describe('days that are no clocks', () => {
  it('the State expects the letter 45 days after assignment (D5)', () => {
    const state = stateIn('in-review')
    expect(expectedBy(state)).toMatchObject({ clock: 'D5', due: { on: '2027-01-07' } })
    expect(expectedBy(stateIn('eligible'))).toBeNull()
    expect(expectedBy({ ...state, priority: 'expedited' })).toBeNull()
  })

  it('utilization review keeps its records three years from its last decision (T1)', () => {
    const state = stateIn('served')
    expect(valueOf(computeRetention(state))).toMatchObject({
      from: '2026-10-26',
      deadline: { due: { on: '2029-10-26' } },
    })
    const later = computeRetention(state, {
      otherDecisions: [day('2026-12-01')],
      penaltyAppealEndedOn: day('2027-03-01'),
    })
    expect(valueOf(later)).toMatchObject({ deadline: { due: { on: '2030-03-01' } } })
  })

  it('no time of keeping is made up for the years before the rule', () => {
    const early = {
      ...stateIn('received'),
      application: anApplication({
        utilizationReview: {
          ...anApplication().utilizationReview,
          requestReceivedOn: '2025-10-20',
          decidedOn: '2025-10-26',
          servedOn: '2025-10-26',
        },
        receivedOn: '2025-11-12',
        signature: { by: 'employee', name: 'Imogen Madeup', signedOn: '2025-11-09' },
        dateOfInjury: '2025-03-02',
      }),
    }
    const refused = computeRetention(early)
    expect(refused).toMatchObject({
      ok: false,
      refusals: [{ code: 'retention-unknown', because: expect.stringContaining('CA-WC-2018') }],
    })
    const none = computeRetention(stateIn('none'))
    expect(none.ok ? [] : none.refusals.map(({ code }) => code)).toEqual(['retention-unknown'])
  })

  it('shows the ten days of the statute beside the rule for records (R3b)', () => {
    const clock = stateIn('records-open').clocks.find((one) => one.clock === 'R1')
    expect(clock?.deadline.due).toEqual({ on: '2026-12-08' })
    expect(clock?.deadline.alternatives).toMatchObject([
      { due: { on: '2026-12-03' }, because: expect.stringContaining('Labor Code 4610.5(l)') },
    ])
  })
})
