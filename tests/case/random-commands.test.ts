import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseCommand,
  type CaseState,
  decide,
  evolve,
  initialState,
  openTreatments,
} from '#case'
import {
  anApplication,
  artifact,
  at,
  caseIn,
  clocksFor,
  commands,
  day,
  person,
  reviewerId,
  system,
} from '../support/builders.ts'

/** Each command as it would be given in the state, or as it was right in some other state. */
type Maker = (state: CaseState) => CaseCommand

const lasting: readonly CaseCommand[] = (
  [
    'served',
    'awaiting-information',
    'records-overdue',
    'affirmed',
    'remanded',
    'terminated',
  ] as const
).flatMap((status) => caseIn(status).steps.map(({ command }) => command))

const recipients = [
  { role: 'employee', name: 'I. Madeup', method: 'mail', address: 'invented' },
] as const
const other = anApplication({
  disputedTreatments: [
    { treatment: 'Ankle brace', bodyRegions: ['ankle'], claimsAdministratorGuideline: 'MTUS' },
  ],
})

const fresh: readonly Maker[] = [
  () => ({
    type: 'AnswerInformation',
    by: person('employee'),
    at: at('2026-11-18'),
    from: 'employee',
    answer: 'yes',
  }),
  (state) => {
    const starter = { type: 'ReceiveEligibilityFinding', at: at('2026-11-20') } as const
    return { ...starter, by: system, certificates: clocksFor(starter, state) }
  },
  (state) => {
    const starter = {
      type: 'ServeEligibilityFinding',
      at: at('2026-11-23'),
      recipients,
    } as const
    return {
      ...starter,
      by: system,
      notice: artifact('assignment-notice'),
      certificates: clocksFor(starter, state),
    }
  },
  (state) => {
    const noticeServedOn = day('2026-12-01')
    const starter = { type: 'ResolveLiability', at: at('2026-12-02'), noticeServedOn } as const
    return {
      ...starter,
      by: person('employee'),
      reason: 'accepted',
      certificates: clocksFor(starter, state),
    }
  },
  () => ({
    type: 'ReopenReview',
    by: person('employee'),
    at: at('2026-12-10'),
    reason: 'I ask for it',
  }),
  (state) => {
    const starter = { type: 'RequestRecords', at: at('2026-12-09') } as const
    return {
      ...starter,
      by: person('case-manager'),
      from: 'claims-administrator',
      what: 'the report',
      certificates: clocksFor(starter, state),
    }
  },
  () => ({
    type: 'TakeInApplication',
    by: person('case-manager'),
    at: at('2026-12-09'),
    caseId: 'case-2',
    caseNumber: 'CM26-0000002',
    application: other,
  }),
  () => ({
    type: 'ConsolidateInto',
    by: person('case-manager'),
    at: at('2026-12-09'),
    caseId: 'case-3',
    caseNumber: 'CM26-0000003',
  }),
  () => ({
    type: 'SendNotice',
    by: system,
    at: at('2026-12-09'),
    template: 'late-records',
    notice: artifact('assignment-notice'),
    recipients,
  }),
  () => commands.receive(),
  (state) => commands.testEligibility(state),
  (state) => commands.assign(state),
  () => commands.receiveRecord(),
  () => commands.receiveRecord(2),
  () => commands.listRecords(),
  (state) => commands.completeRecords(state),
  () => commands.recordFacts(),
  () => commands.selectReviewer(),
  () => commands.selectReviewer('reviewer-2'),
  () => commands.attest(),
  () => commands.attest('reviewer-2'),
  () => commands.writeSummary(),
  ...['t1', 't2', 't3', 't4'].flatMap((id) => [
    () => commands.decideIssue(id, 'upheld'),
    () => commands.decideIssue(id, 'overturned'),
  ]),
  () => commands.submitDraft(),
  () => commands.passQuality(),
  () => commands.issue(),
  (state) => commands.serve(state),
  () => commands.publish(),
  () => commands.implement('t2'),
  () => commands.appeal(),
  (state) => commands.affirm(state),
  (state) => commands.remand(state),
  () => ({
    type: 'TerminateTreatment',
    by: person('case-manager'),
    at: at('2026-12-14'),
    treatmentId: 't1',
    reason: 'withdrawn',
    terminatedOn: day('2026-12-14'),
  }),
  () => ({
    type: 'ReturnDraft',
    by: person('quality'),
    at: at('2026-12-16'),
    reasons: ['again'],
  }),
  () => ({
    type: 'ReleaseReviewer',
    by: person('case-manager'),
    at: at('2026-12-16'),
    reviewerId,
    reason: 'ill',
  }),
]

const command: fc.Arbitrary<Maker> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...fresh) },
  { weight: 1, arbitrary: fc.constantFrom(...lasting).map((one) => () => one) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...fresh),
        fc.constantFrom(system, person('administrator'), person('reviewer', 'reviewer-2')),
      )
      .map(
        ([make, by]): Maker =>
          (state) => ({ ...make(state), by }),
      ),
  },
)

/** Plays the way of a case with mistakes in between, so that the late statuses are reached too. */
function play(makers: readonly Maker[]): void {
  let state = initialState
  const decidedBy = new Map<string, CaseCommand['by']>()
  for (const make of makers) {
    const one = make(state)
    const result = decide(one, state)
    if (!result.ok) {
      for (const refusal of result.refusals) {
        expect(refusal.because).not.toBe('')
        expect(refusal.next).not.toBe('')
        expect(refusal.authority).not.toBe('')
      }
      continue
    }
    for (const event of result.value) {
      if (event.type === 'IssueDecided') decidedBy.set(event.issue.treatmentId, one.by)
      if (event.type === 'ReviewerReleased' || event.type === 'DeterminationRemanded') {
        decidedBy.clear()
      }
      state = evolve(state, event, state.version + 1)
      if (event.type === 'DeterminationIssued') {
        for (const treatment of openTreatments(state)) {
          const by = decidedBy.get(treatment.id)
          expect(by).toMatchObject({ kind: 'person', role: 'reviewer' })
          expect(by?.kind === 'person' && by.userId).toBe(state.attestation?.reviewerId)
        }
        expect(one.by).toMatchObject({ kind: 'person', role: 'reviewer' })
        expect(state.issues.length).toBe(openTreatments(state).length)
      }
    }
    const running = state.clocks.filter((clock) => clock.status === 'running')
    expect(new Set(running.map((clock) => clock.clock)).size).toBe(running.length)
    if (state.status === 'terminated') expect(running).toEqual([])
  }
}

describe('random commands', () => {
  it('never throw, and never reach a determination without a physician’s decision on every treatment', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (makers) => {
        play(makers)
      }),
      { numRuns: 400 },
    )
  })

  it('nor when they come between the steps of a whole case', () => {
    const way: readonly Maker[] = caseIn('served').steps.map(
      ({ command: step }) =>
        () =>
          step,
    )
    let issued = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: way.length }), command), { maxLength: 6 }),
        (extras) => {
          const makers = [...way]
          for (const [place, make] of extras) makers.splice(place, 0, make)
          play(makers)
          issued += 1
        },
      ),
      { numRuns: 400 },
    )
    expect(issued).toBe(400)
  })
})
