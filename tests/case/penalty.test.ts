import { describe, expect, it } from 'vitest'
import {
  averageTurnAround,
  type CaseCommand,
  type CaseState,
  computeFee,
  computePenalty,
  decide,
  evolve,
  initialState,
  type PenaltyFindingKind,
  penaltyLedgerOf,
  type RecordedEvent,
  turnAroundOf,
} from '#case'
import { valueOf } from '#foundation'
import { chainStart, linkHash } from '#integrity'
import {
  anApplication,
  at,
  caseIn,
  clocksFor,
  commands,
  day,
  person,
  recorded,
  system,
} from '../support/builders.ts'

/** Runs commands made from the growing state, and answers the case as it lies in the ledger. */
function lived(...steps: readonly ((state: CaseState) => CaseCommand)[]): {
  readonly state: CaseState
  readonly events: readonly RecordedEvent[]
} {
  const events: RecordedEvent[] = []
  let state = initialState
  for (const step of steps) {
    const command = step(state)
    for (const event of valueOf(decide(command, state))) {
      state = evolve(state, event, state.version + 1)
      const previousHash = events.at(-1)?.hash ?? chainStart
      const content = {
        caseId: 'c',
        version: state.version,
        at: command.at,
        by: command.by,
        event,
      }
      events.push({ ...content, previousHash, hash: linkHash(previousHash, content) })
    }
  }
  return { state, events }
}

const start = [
  () => commands.receive(),
  (state: CaseState) => commands.testEligibility(state),
  (state: CaseState) => commands.assign(state),
] as const
const moved = (command: CaseCommand, to: string): CaseCommand => ({ ...command, at: at(to) })
const runOut = (clock: string, on: string): CaseCommand => ({
  type: 'RunOutClock',
  by: system,
  at: at(on),
  clock,
})

const noted = (kind: PenaltyFindingKind, finding: string, stands = true): CaseCommand => ({
  type: 'NotePenaltyFinding',
  by: person('case-manager'),
  at: at('2026-12-11'),
  kind,
  finding,
  stands,
  because: 'as the file of the audit shows',
})

const completeOn = (state: CaseState, on: string): CaseCommand => {
  const starter = { type: 'CompleteRecords', at: at(on) } as const
  return { ...starter, by: person('case-manager'), certificates: clocksFor(starter, state) }
}

describe('the penalty ledger', () => {
  it('is empty where everything was done in time', () => {
    const { state, events } = lived(...start, () => commands.receiveRecord())
    const ledger = computePenalty(state, events, day('2026-12-08'))
    expect(ledger).toEqual({
      asOf: '2026-12-08',
      against: 'claims-administrator',
      lines: [],
      dollars: 0,
      atMostBesides: 0,
    })
  })

  it('counts $500 for each day that the records are late, while they are', () => {
    const { state, events } = lived(...start, () => runOut('R1', '2026-12-09'))
    const [line, ...others] = computePenalty(state, events, day('2026-12-12')).lines
    expect(others).toEqual([])
    expect(line).toMatchObject({
      rule: 'CA-WC-2026 late-records',
      clock: 'R1',
      authority: '8 CCR 9792.12(c)(6)',
      verified: false,
      days: 4,
      running: true,
      amount: { kind: 'fixed', dollars: 2000 },
    })
  })

  it('stops at $5,000', () => {
    const { events } = lived(...start, () => runOut('R1', '2026-12-09'))
    expect(penaltyLedgerOf(events, day('2026-12-18')).dollars).toBe(5000)
    expect(penaltyLedgerOf(events, day('2027-03-01')).dollars).toBe(5000)
  })

  it('stops with the last file before the record was complete, not with its completion', () => {
    const late = lived(
      ...start,
      () => runOut('R1', '2026-12-09'),
      () => moved(commands.receiveRecord(), '2026-12-10'),
      () => moved(commands.listRecords(), '2026-12-14'),
      (state) => completeOn(state, '2026-12-15'),
    )
    expect(penaltyLedgerOf(late.events, day('2027-01-31')).lines).toMatchObject([
      { days: 2, to: '2026-12-10', running: false, amount: { dollars: 1000 } },
    ])
  })

  it('is less by a fifth for good faith, and nothing where others prevented compliance', () => {
    const overdue = [...start, () => runOut('R1', '2026-12-09')]
    const dollarsWith = (ground: string): number =>
      penaltyLedgerOf(
        lived(...overdue, () => noted('mitigation', ground)).events,
        day('2026-12-12'),
      ).dollars
    expect(dollarsWith('good-faith')).toBe(1600)
    expect(dollarsWith('non-cooperation')).toBe(0)
  })

  it('gives a limit, not an amount, where a person sets it: an overturned treatment not authorized', () => {
    const built = caseIn('served')
    const ledger = computePenalty(built.state, recorded(built), day('2026-12-30'))
    expect(ledger.lines).toMatchObject([
      {
        rule: 'CA-WC-2026 not-implemented',
        clock: 'I1',
        days: 2,
        amount: { kind: 'at-most', dollars: 10_000 },
      },
    ])
    expect(ledger).toMatchObject({ dollars: 0, atMostBesides: 10_000 })
  })

  it('is silent on implementation while an appeal is open', () => {
    const built = caseIn('appealed')
    const clocked = recorded(built)
    // Authorization was due on December 28, the petition came on January 8.
    expect(computePenalty(built.state, clocked, day('2027-06-01')).lines).toMatchObject([
      { clock: 'I1', days: 11, to: '2027-01-08', running: false },
    ])
  })

  it('names the form that was not served, and leaves the days to a person', () => {
    const application = anApplication()
    const review = application.utilizationReview
    if (!review) throw new Error('no decision')
    const { state, events } = lived(() =>
      commands.receive({ ...application, utilizationReview: { ...review, formServed: false } }),
    )
    expect(computePenalty(state, events, day('2026-12-01')).lines).toMatchObject([
      { rule: 'CA-WC-2026 form-not-served', amount: { kind: 'to-be-found', perDayAtMost: 5000 } },
    ])
  })

  it('shows records found long before they were sent', () => {
    const { events } = lived(
      ...start,
      () => ({ ...commands.receiveRecord(), foundOn: day('2026-12-01') }) as CaseCommand,
    )
    expect(penaltyLedgerOf(events, day('2026-12-08')).lines).toMatchObject([
      { authority: 'Labor Code 4610.5(i), (m)', days: 6, amount: { kind: 'at-most' } },
    ])
  })

  it('takes in what a person found by the schedule of the day of the decision', () => {
    const found = () => noted('breach', 'no-medical-director')
    const { events } = lived(() => commands.receive(), found)
    expect(penaltyLedgerOf(events, day('2026-12-12')).lines).toMatchObject([
      {
        rule: 'CA-WC-2026 no-medical-director',
        amount: { dollars: 50_000 },
        because: 'found by a person on December 11, 2026: as the file of the audit shows',
      },
    ])
    const application = anApplication()
    const review = application.utilizationReview
    if (!review) throw new Error('no decision')
    const earlier = lived(() =>
      commands.receive({
        ...application,
        utilizationReview: { ...review, decidedOn: day('2025-10-26') },
      }),
    )
    expect(decide(found(), earlier.state)).toMatchObject({
      refusals: [{ code: 'penalty-finding-unknown', where: 'finding' }],
    })
  })

  it('keeps a finding until it is taken back with a reason, and can have it anew', () => {
    const found = () => noted('breach', 'plan-not-filed')
    const back = () => noted('breach', 'plan-not-filed', false)
    const once = lived(() => commands.receive(), found)
    expect(decide(found(), once.state)).toMatchObject({
      refusals: [{ code: 'penalty-finding-stands' }],
    })
    const withdrawn = lived(() => commands.receive(), found, back)
    expect(withdrawn.state.penaltyFindings).toEqual([])
    expect(penaltyLedgerOf(withdrawn.events, day('2026-12-12')).dollars).toBe(0)
    expect(decide(back(), withdrawn.state)).toMatchObject({
      refusals: [{ code: 'penalty-finding-not-there' }],
    })
    expect(decide({ ...found(), because: ' ' } as CaseCommand, withdrawn.state)).toMatchObject({
      refusals: [{ code: 'text-missing', where: 'because' }],
    })
    expect(lived(() => commands.receive(), found, back, found).state.penaltyFindings).toHaveLength(
      1,
    )
  })
})

describe('the fee', () => {
  const determined = caseIn('served').state
  const on = (assignedOn: string, changes: Partial<CaseState> = {}): CaseState => ({
    ...determined,
    assignedOn: day(assignedOn),
    ...changes,
  })
  const dollars = (state: CaseState, more = {}): number | null =>
    valueOf(computeFee(state, more)).dollars

  it('follows the schedule of the day of assignment, the priority and the degree', () => {
    expect(dollars(on('2013-08-01'))).toBe(560)
    expect(dollars(on('2013-08-01'), { reviewers: 2 })).toBe(760)
    expect(dollars(on('2013-08-01'), { degree: 'other' })).toBe(495)
    expect(dollars(on('2013-08-01', { priority: 'expedited' }), { reviewers: 2 })).toBe(850)
    expect(dollars(on('2014-05-01'))).toBe(420)
    expect(dollars(on('2014-05-01'), { pharmacyOnly: true })).toBe(390)
    expect(dollars(on('2014-05-01', { priority: 'expedited' }))).toBe(515)
    expect(dollars(on('2021-05-01'))).toBe(345)
  })

  it('reads the degree from the specialties of the reviewer', () => {
    const attestation = determined.attestation
    if (!attestation) throw new Error('nobody attested')
    const chiropractor = {
      ...attestation,
      credentials: { ...attestation.credentials, specialties: ['Chiropractor'] as const },
    }
    expect(dollars(on('2013-08-01', { attestation: chiropractor }))).toBe(495)
  })

  it('is less where the review ended before a reviewer, and full after', () => {
    const ended = { status: 'terminated', issuedOn: null } as const
    expect(dollars(on('2014-05-01', { ...ended, reviewerId: null }))).toBe(160)
    expect(dollars(on('2014-05-01', ended))).toBe(420)
    expect(dollars(on('2021-05-01', { ...ended, reviewerId: null }))).toBe(115)
  })

  it('is null, with the reason, where the amounts were not found', () => {
    expect(valueOf(computeFee(on('2026-11-23')))).toMatchObject({
      dollars: null,
      verified: false,
      because: expect.stringContaining('must be taken from dir.ca.gov'),
    })
    expect(
      dollars(on('2013-08-01', { priority: 'expedited' }), { degree: 'other', reviewers: 2 }),
    ).toBe(null)
  })

  it('does not exist before the review has ended', () => {
    const open = computeFee(caseIn('in-review').state)
    expect(open.ok ? '' : open.refusals[0].code).toBe('no-fee-yet')
    const never = computeFee(caseIn('ineligible').state)
    expect(never.ok ? '' : never.refusals[0].because).toBe('the review was never assigned')
  })
})

describe('the turn-around', () => {
  it('has the two figures of DWC', () => {
    expect(turnAroundOf(recorded(caseIn('served')))).toEqual({
      fromAssignment: 25,
      fromCompleteRecords: 10,
      servedOn: '2026-12-18',
    })
    expect(turnAroundOf(recorded(caseIn('issued')))).toBeNull()
  })

  it('is that of the first determination, whatever an appeal does', () => {
    expect(turnAroundOf(recorded(caseIn('remanded')))?.servedOn).toBe('2026-12-18')
  })

  it('is averaged over the determinations mailed in the period', () => {
    const one = { fromAssignment: 10, fromCompleteRecords: 4, servedOn: day('2026-01-31') }
    const two = { fromAssignment: 20, fromCompleteRecords: 8, servedOn: day('2026-02-01') }
    expect(averageTurnAround([one, two])).toEqual({
      determinations: 2,
      fromAssignment: 15,
      fromCompleteRecords: 6,
    })
    const january = { from: day('2026-01-01'), to: day('2026-01-31') }
    expect(averageTurnAround([one, two], january)?.fromAssignment).toBe(10)
    expect(averageTurnAround([], january)).toBeNull()
  })
})
