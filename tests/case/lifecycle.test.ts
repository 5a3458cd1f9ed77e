import { describe, expect, it } from 'vitest'
import { type CaseCommand, type CaseState, decide, initialState } from '#case'
import {
  anApplication,
  artifact,
  at,
  caseIn,
  clocksFor,
  commands,
  day,
  guideline,
  person,
  reviewerId,
  system,
} from '../support/builders.ts'
import { given } from '../support/given.ts'

const stateIn = (status: CaseState['status']): CaseState => caseIn(status).state

/** Decides commands one after the other; a refusal fails the test. */
function after(state: CaseState, ...list: readonly CaseCommand[]): CaseState {
  return list.reduce((now, command) => {
    const outcome = given(now).when(command)
    expect(outcome.refusals).toEqual([])
    return outcome.state
  }, state)
}

const otherReviewer = person('reviewer', 'reviewer-2')

describe('the application', () => {
  it('opens the case', () => {
    const outcome = given(initialState).when(commands.receive())
    expect(outcome.types).toEqual(['ApplicationReceived'])
    expect(outcome.state).toMatchObject({ status: 'received', caseNumber: 'CM26-0000001' })
  })

  it('is received once', () => {
    const state = stateIn('received')
    const outcome = given(state).when(commands.receive())
    expect(outcome.refusals).toEqual(['application-already-received'])
    expect(outcome.state).toBe(state)
  })

  it('cannot have come after the day it is recorded', () => {
    const application = anApplication({ receivedOn: '2026-12-01' })
    expect(given(initialState).when(commands.receive(application)).refusals).toEqual([
      'date-in-the-future',
    ])
  })

  it('cannot be signed, and its decision not served, on a day that has not come', () => {
    const application = anApplication()
    const { signature, utilizationReview } = application
    if (!signature || !utilizationReview) throw new Error('no signature or decision')
    const later = day('2027-01-04')
    expect(
      decide(
        commands.receive({
          ...application,
          signature: { ...signature, signedOn: later },
          utilizationReview: { ...utilizationReview, servedOn: later },
        }),
        initialState,
      ),
    ).toMatchObject({
      refusals: [
        { code: 'date-in-the-future', where: 'application.signature.signedOn' },
        { code: 'date-in-the-future', where: 'application.utilizationReview.servedOn' },
      ],
    })
  })

  it('is the first step: nothing else is accepted before it', () => {
    for (const status of ['received', 'records-open', 'quality', 'served'] as const) {
      for (const { command } of caseIn(status).steps.slice(1)) {
        const outcome = given(initialState).when(command)
        expect(outcome.types).toEqual([])
        expect(outcome.refusals.length).toBeGreaterThan(0)
      }
    }
  })
})

describe('eligibility', () => {
  it('moves the case by its verdict', () => {
    expect(stateIn('eligible').eligibility?.verdict).toBe('eligible')
    expect(stateIn('ineligible').eligibility?.verdict).toBe('ineligible')
    expect(stateIn('deferred').eligibility?.verdict).toBe('deferred')
  })

  it('is refused as an empty table', () => {
    const command = commands.testEligibility(stateIn('received'))
    if (command.type !== 'RecordEligibility') throw new Error('another command')
    const empty = { ...command, table: { ...command.table, tests: [] } }
    expect(given(stateIn('received')).when(empty).refusals).toEqual(['eligibility-table-empty'])
  })

  it('takes treatments authorized since out of the dispute', () => {
    const state = stateIn('received')
    const command = commands.testEligibility(state)
    if (command.type !== 'RecordEligibility') throw new Error('another command')
    const outcome = given(state).when({
      ...command,
      table: { ...command.table, authorizedTreatments: ['t1'] },
    })
    expect(outcome.types).toEqual(['EligibilityTested', 'TreatmentTerminated'])
    expect(outcome.state.terminatedTreatments).toEqual([
      { treatmentId: 't1', reason: 'authorized' },
    ])
  })

  it('asks a party for what is missing and starts the time to answer', () => {
    const state = stateIn('awaiting-information')
    expect(state.clocks).toMatchObject([{ clock: 'E1', status: 'running' }])
    const amended = given(state).when({
      type: 'AmendApplication',
      by: person('employee'),
      at: at('2026-11-17'),
      application: anApplication(),
      reason: 'The decision came.',
    })
    expect(amended.types).toEqual(['ApplicationAmended', 'ClockStopped'])
    expect(amended.state).toMatchObject({ status: 'received', eligibility: null })
  })

  it('is taken up again when the dispute over liability is resolved', () => {
    const amended = after(stateIn('deferred'), {
      type: 'AmendApplication',
      by: person('case-manager'),
      at: at('2026-12-01'),
      application: anApplication({
        liabilityDispute: { reason: 'the knee', resolvedNoticeOn: '2026-11-30' },
      }),
      reason: 'Notice that the knee is accepted.',
    })
    expect(
      after(amended, { ...commands.testEligibility(amended), at: at('2026-12-02') }).status,
    ).toBe('eligible')
  })
})

describe('the assignment', () => {
  it('starts the clocks of the records by the way the notice goes', () => {
    const byMail = given(stateIn('eligible')).when(commands.assign(stateIn('eligible'), 'mail'))
    expect(byMail.types).toEqual(['ReviewAssigned', 'ClockStarted', 'ClockStarted'])
    expect(byMail.state.clocks.map(({ clock, deadline }) => [clock, deadline.due])).toEqual([
      ['R1', { on: '2026-12-08' }],
      ['R4', { on: '2026-12-08' }],
    ])
    const state = stateIn('eligible')
    const electronic = given(state).when(commands.assign(state, 'electronic'))
    expect(electronic.state.clocks.map(({ clock }) => clock)).toEqual(['R2', 'R4'])
  })

  it('counts hours for an expedited review', () => {
    const state: CaseState = { ...stateIn('eligible'), priority: 'expedited' }
    expect(given(state).when(commands.assign(state)).state.clocks).toMatchObject([
      { clock: 'R3', deadline: { due: { at: '2026-11-24T20:00:00.000Z' } } },
      { clock: 'R4-expedited' },
    ])
  })

  it('needs eligibility tested and found', () => {
    const assign = commands.assign(stateIn('eligible'))
    expect(given(stateIn('received')).when(assign).refusals).toEqual(['eligibility-not-tested'])
    for (const status of ['ineligible', 'deferred', 'duplicate'] as const) {
      expect(given(stateIn(status)).when(assign).refusals).toEqual(['case-not-eligible'])
    }
  })

  it('happens once', () => {
    const state = stateIn('records-open')
    expect(given(state).when(commands.assign(state)).refusals).toEqual(['already-assigned'])
  })

  it('is refused without the certificates of its clocks, or with wrong ones', () => {
    const state = stateIn('eligible')
    const command = commands.assign(state)
    if (command.type !== 'AssignReview') throw new Error('another command')
    const { R1, R4 } = command.certificates
    if (!R1 || !R4) throw new Error('no clocks')
    expect(given(state).when({ ...command, certificates: { R4 } }).refusals).toEqual([
      'clock-certificate-missing',
    ])
    const late = { ...R1, deadline: { ...R1.deadline, due: { on: day('2026-12-31') } } }
    expect(given(state).when({ ...command, certificates: { R1: late, R4 } }).refusals).toEqual([
      'clock-certificate-wrong',
    ])
    expect(given(state).when({ ...command, certificates: { R1, R4, D1: R1 } }).refusals).toEqual([
      'clock-certificate-unasked',
    ])
    const wrongKind = { ...R1, certificate: artifact('facts') }
    expect(given(state).when({ ...command, certificates: { R1: wrongKind, R4 } }).refusals).toEqual(
      ['artifact-of-wrong-kind'],
    )
  })
})

describe('the records', () => {
  it('are kept once, whoever sends them', () => {
    const state = after(stateIn('records-open'), commands.receiveRecord())
    expect(given(state).when(commands.receiveRecord()).refusals).toEqual([
      'record-already-received',
    ])
  })

  it('may come with the application, before the assignment', () => {
    expect(given(stateIn('received')).when(commands.receiveRecord()).types).toEqual([
      'RecordReceived',
    ])
  })

  it('are refused without a page', () => {
    const command = { ...commands.receiveRecord(), pages: 0 } as CaseCommand
    expect(given(stateIn('records-open')).when(command).refusals).toEqual(['record-empty'])
  })

  it('are listed with pages that the file has', () => {
    const state = after(stateIn('records-open'), commands.receiveRecord())
    const list = commands.listRecords()
    if (list.type !== 'ListRecords') throw new Error('another command')
    const documents = list.documents.map((one) => ({ ...one, pages: { first: 5, last: 21 } }))
    expect(given(state).when({ ...list, documents }).refusals).toEqual([
      'listed-pages-wrong',
      'listed-pages-wrong',
    ])
    expect(given(state).when({ ...list, documents: [] }).refusals).toEqual(['records-not-listed'])
    const elsewhere = list.documents.map((one) => ({ ...one, fileId: 'f-9' }))
    expect(given(state).when({ ...list, documents: elsewhere }).refusals).toContain(
      'record-not-received',
    )
  })

  it('are complete only when listed', () => {
    const state = stateIn('records-open')
    expect(given(state).when(commands.completeRecords(state)).refusals).toEqual([
      'records-not-listed',
    ])
  })

  it('when complete stop their clocks and start the one of the decision', () => {
    const state = after(stateIn('records-open'), commands.receiveRecord(), commands.listRecords())
    const outcome = given(state).when(commands.completeRecords(state))
    expect(outcome.types).toEqual([
      'RecordsCompleted',
      'ClockStopped',
      'ClockStopped',
      'ClockStarted',
    ])
    expect(outcome.state.clocks.map(({ clock, status }) => `${clock} ${status}`)).toEqual([
      'R1 stopped',
      'R4 stopped',
      'D1 running',
    ])
    expect(outcome.state.clocks.at(-1)?.deadline.due).toEqual({ on: '2027-01-07' })
  })

  it('give five working days for a formulary dispute and three days for an expedited review', () => {
    const listed = after(stateIn('records-open'), commands.receiveRecord(), commands.listRecords())
    const application = listed.application
    if (!application?.utilizationReview) throw new Error('no application')
    const formulary: CaseState = {
      ...listed,
      application: {
        ...application,
        utilizationReview: { ...application.utilizationReview, formularyDispute: true },
      },
    }
    const dueIn = (state: CaseState): unknown =>
      given(state)
        .when(commands.completeRecords(state))
        .state.clocks.filter(({ status }) => status === 'running')
        .map(({ clock, deadline }) => [clock, deadline.due])
    expect(dueIn(formulary)).toEqual([['D2', { on: '2026-12-15' }]])
    expect(dueIn({ ...listed, priority: 'expedited' })).toEqual([['D3', { on: '2026-12-11' }]])
  })

  it('may not be the utilization review decision alone: then a reason is needed, and nothing is decided', () => {
    const list = commands.listRecords()
    if (list.type !== 'ListRecords') throw new Error('another command')
    const only = { ...list, documents: list.documents.slice(0, 1) }
    const state = after(stateIn('records-open'), commands.receiveRecord(), only)
    const complete = commands.completeRecords(state)
    expect(given(state).when(complete).refusals).toEqual(['only-utilization-review-decision'])
    const withReason = { ...complete, reason: 'Nothing came in 60 days.' } as CaseCommand
    const review = after(state, withReason, commands.selectReviewer(), commands.attest())
    expect(given(review).when(commands.decideIssue('t1', 'upheld')).refusals).toEqual([
      'only-utilization-review-decision',
    ])
  })

  it('are overdue when their clock has run out, and may still come', () => {
    const state = stateIn('records-overdue')
    expect(state.clocks.find(({ clock }) => clock === 'R1')?.status).toBe('ran-out')
    const listed = after(state, commands.receiveRecord(), commands.listRecords())
    expect(after(listed, commands.completeRecords(listed)).status).toBe('records-complete')
  })
})

describe('a clock', () => {
  const runOut = (clock: string, on: string): CaseCommand => ({
    type: 'RunOutClock',
    by: system,
    at: at(on),
    clock,
  })

  it('runs out on the day after its last, not before', () => {
    const state = stateIn('records-open')
    expect(given(state).when(runOut('R1', '2026-12-08')).refusals).toEqual(['clock-still-running'])
    expect(given(state).when(runOut('R1', '2026-12-09')).types).toEqual(['ClockRanOut'])
  })

  it('runs out once', () => {
    const state = stateIn('records-overdue')
    expect(given(state).when(runOut('R1', '2026-12-10')).refusals).toEqual(['clock-not-running'])
    expect(given(state).when(runOut('D1', '2026-12-10')).refusals).toEqual(['clock-not-running'])
  })
})

describe('facts and criteria', () => {
  it('come in this order', () => {
    const state = { ...stateIn('records-complete'), factsFound: null }
    const assess: CaseCommand = {
      type: 'RecordAssessment',
      by: system,
      at: at('2026-12-08'),
      treatmentId: 't1',
      pack: 'lumbar-mri',
      packSha256: 'a'.repeat(64),
      result: 'not-met',
      assessment: artifact('assessment'),
    }
    expect(given(state).when(assess).refusals).toEqual(['facts-before-criteria'])
    const found = after(state, commands.recordFacts())
    expect(after(found, assess).assessedTreatments).toEqual(['t1'])
    expect(given(found).when({ ...assess, treatmentId: 't9' }).refusals).toEqual([
      'treatment-not-in-dispute',
    ])
  })

  it('are confirmed by the attested reviewer only, each one way', () => {
    const review = (by: CaseCommand['by'], rejected: readonly string[]): CaseCommand => ({
      type: 'ReviewFacts',
      by,
      at: at('2026-12-11'),
      confirmed: ['a', 'b'],
      rejected,
    })
    const state = stateIn('in-review')
    const own = person('reviewer', reviewerId)
    expect(after(state, review(own, ['c'])).factsConfirmed).toEqual(['a', 'b'])
    expect(given(state).when(review(own, ['a'])).refusals).toEqual(['fact-both-ways'])
    expect(given(state).when(review(otherReviewer, [])).refusals).toEqual([
      'not-the-attested-reviewer',
    ])
    expect(given(stateIn('reviewer-selected')).when(review(own, [])).refusals).toContain(
      'reviewer-not-attested',
    )
  })
})

describe('the reviewer', () => {
  it('is selected for a complete file', () => {
    expect(given(stateIn('records-open')).when(commands.selectReviewer()).refusals).toEqual([
      'step-out-of-order',
    ])
  })

  it('attests in person, being the one selected', () => {
    const state = stateIn('reviewer-selected')
    expect(given(stateIn('records-complete')).when(commands.attest()).refusals).toEqual([
      'reviewer-not-selected',
    ])
    expect(given(state).when(commands.attest('reviewer-2')).refusals).toEqual([
      'reviewer-not-selected',
    ])
    const forOther = { ...commands.attest(), by: otherReviewer }
    expect(given(state).when(forOther).refusals).toEqual(['not-the-attested-reviewer'])
    const command = commands.attest()
    if (command.type !== 'AttestReviewer') throw new Error('another command')
    const retired = { ...command, credentials: { ...command.credentials, hoursPerWeek: 8 } }
    expect(given(state).when(retired).refusals).toEqual(['reviewer-not-qualified'])
  })

  it('when released leaves nothing of the review to the next', () => {
    const state = after(stateIn('quality'), {
      type: 'ReleaseReviewer',
      by: person('case-manager'),
      at: at('2026-12-16'),
      reviewerId,
      reason: 'A tie came up.',
    })
    expect(state).toMatchObject({
      status: 'records-complete',
      reviewerId: null,
      attestation: null,
      caseSummary: null,
      issues: [],
    })
    expect(state.factsFound).not.toBeNull()
  })
})

describe('a decision', () => {
  const state = stateIn('in-review')

  it('is the attested reviewer’s and nobody else’s', () => {
    const command = commands.decideIssue('t1', 'upheld')
    expect(given(state).when(command).types).toEqual(['IssueDecided'])
    expect(given(state).when({ ...command, by: otherReviewer }).refusals).toEqual([
      'not-the-attested-reviewer',
    ])
    for (const by of [system, person('case-manager'), person('quality'), person('administrator')]) {
      expect(given(state).when({ ...command, by }).refusals).toEqual(['role-may-not'])
    }
    expect(given(stateIn('reviewer-selected')).when(command).refusals).toContain(
      'reviewer-not-attested',
    )
  })

  it('is about a treatment in dispute', () => {
    expect(given(state).when(commands.decideIssue('t7', 'upheld')).refusals).toEqual([
      'treatment-not-in-dispute',
    ])
    const without = after(state, {
      type: 'TerminateTreatment',
      by: person('case-manager'),
      at: at('2026-12-14'),
      treatmentId: 't1',
      reason: 'authorized',
      terminatedOn: day('2026-12-14'),
    })
    expect(given(without).when(commands.decideIssue('t1', 'upheld')).refusals).toEqual([
      'treatment-not-in-dispute',
    ])
  })

  it('on a contingent service waits for its treatment and falls with it', () => {
    const brace = commands.decideIssue('t3', 'overturned')
    expect(given(state).when(brace).refusals).toEqual(['parent-undecided'])
    const upheld = after(state, commands.decideIssue('t2', 'upheld'))
    expect(given(upheld).when(brace).refusals).toEqual(['contingent-contradicts-parent'])
    expect(given(upheld).when(commands.decideIssue('t3', 'upheld')).refusals).toEqual([])
  })

  it('on a contingent service is made on its merits where the treatment is overturned', () => {
    const overturned = after(state, commands.decideIssue('t2', 'overturned'))
    for (const decision of ['upheld', 'overturned'] as const) {
      expect(given(overturned).when(commands.decideIssue('t3', decision)).refusals).toEqual([])
    }
  })

  it('cannot be turned round under a contingent service that was overturned', () => {
    const both = after(
      state,
      commands.decideIssue('t2', 'overturned'),
      commands.decideIssue('t3', 'overturned'),
    )
    expect(given(both).when(commands.decideIssue('t2', 'upheld')).refusals).toEqual([
      'contingent-contradicts-parent',
    ])
  })

  it('cites a guideline, says why not, or is about a contingent service', () => {
    const command = commands.decideIssue('t1', 'upheld')
    if (command.type !== 'DecideIssue') throw new Error('another command')
    const none = { ...guideline('None cited.'), cited: false }
    const uncited = { ...command, issue: { ...command.issue, reviewOrganizationGuideline: none } }
    expect(given(state).when(uncited).refusals).toEqual(['guideline-not-cited'])
    const said = { ...uncited.issue, noGuidelineBecause: 'No guideline speaks of it.' }
    expect(given(state).when({ ...uncited, issue: said }).refusals).toEqual([])
    const overturned = after(state, commands.decideIssue('t2', 'overturned'))
    const brace = { ...uncited, issue: { ...uncited.issue, treatmentId: 't3' } }
    expect(given(overturned).when(brace).refusals).toEqual(['contingent-not-on-merits'])
    const upheld = after(state, commands.decideIssue('t2', 'upheld'))
    expect(given(upheld).when(brace).refusals).toEqual([])
  })

  it('that let a service fall with its treatment does not hold when the treatment is turned round', () => {
    const command = commands.decideIssue('t3', 'upheld')
    if (command.type !== 'DecideIssue') throw new Error('another command')
    const none = { ...guideline('None cited.'), cited: false }
    const turned = after(
      state,
      commands.writeSummary(),
      commands.decideIssue('t1', 'upheld'),
      commands.decideIssue('t2', 'upheld'),
      { ...command, issue: { ...command.issue, reviewOrganizationGuideline: none } },
      commands.decideIssue('t2', 'overturned'),
    )
    expect(given(turned).when(commands.submitDraft()).refusals).toEqual([
      'contingent-not-on-merits',
    ])
    expect(
      given(after(turned, commands.decideIssue('t3', 'upheld'))).when(commands.submitDraft()).types,
    ).toEqual(['DraftSubmitted'])
  })

  it('quotes pages of received files, and searched absences', () => {
    const command = commands.decideIssue('t1', 'upheld')
    if (command.type !== 'DecideIssue') throw new Error('another command')
    const quote = {
      kind: 'record',
      says: 'x',
      documentId: 'd2',
      sha256: artifact('record-file', 'file 1').sha256,
      page: 7,
      start: 0,
      end: 1,
      quote: 'x',
    } as const
    const withSources = (
      ...sources: Extract<CaseCommand, { type: 'DecideIssue' }>['issue']['sources']
    ): CaseCommand => ({ ...command, issue: { ...command.issue, sources } })
    expect(given(state).when(withSources(quote)).refusals).toEqual([])
    expect(given(state).when(withSources({ ...quote, page: 21 })).refusals).toEqual([
      'source-not-in-record',
    ])
    expect(given(state).when(withSources({ ...quote, sha256: '0'.repeat(64) })).refusals).toEqual([
      'source-not-in-record',
    ])
    const searched = { terms: [], pages: 20, documents: ['d2'] }
    expect(
      given(state).when(withSources({ kind: 'absence', says: 'x', searched })).refusals,
    ).toEqual(['absence-not-searched'])
  })

  it('has reasons', () => {
    const command = commands.decideIssue('t1', 'upheld')
    if (command.type !== 'DecideIssue') throw new Error('another command')
    const mute = { ...command, issue: { ...command.issue, rationale: '  ' } }
    expect(given(state).when(mute).refusals).toEqual(['text-missing'])
  })
})

describe('the draft', () => {
  it('needs a summary and every treatment decided', () => {
    expect(given(stateIn('in-review')).when(commands.submitDraft()).refusals).toEqual([
      'case-summary-missing',
      'issue-undecided',
      'issue-undecided',
      'issue-undecided',
    ])
  })

  it('comes back with reasons and may be submitted again', () => {
    const back: CaseCommand = {
      type: 'ReturnDraft',
      by: person('quality'),
      at: at('2026-12-16'),
      reasons: ['The side is missing.'],
    }
    const state = after(stateIn('quality'), back)
    expect(state).toMatchObject({
      status: 'in-review',
      returnedBecause: ['The side is missing.'],
    })
    expect(after(state, commands.submitDraft()).status).toBe('quality')
    expect(given(stateIn('quality')).when({ ...back, reasons: [' '] }).refusals).toEqual([
      'reasons-missing',
    ])
  })

  it('is read by another person than the reviewer', () => {
    const state = stateIn('quality')
    const own = { ...commands.passQuality(), by: person('quality', reviewerId) }
    expect(given(state).when(own).refusals).toEqual(['quality-reader-is-reviewer'])
    expect(given(state).when(commands.passQuality()).types).toEqual(['QualityPassed'])
  })

  it('passes over a finding only with a reason', () => {
    const overrides = [{ finding: 'region-mismatch', reason: '' }]
    const command = { ...commands.passQuality(), overrides } as CaseCommand
    expect(given(stateIn('quality')).when(command).refusals).toEqual(['text-missing'])
  })

  it('goes back when a treatment leaves the dispute', () => {
    const outcome = given(stateIn('quality-passed')).when({
      type: 'TerminateTreatment',
      by: person('case-manager'),
      at: at('2026-12-17'),
      treatmentId: 't1',
      reason: 'authorized',
      terminatedOn: day('2026-12-17'),
    })
    expect(outcome.types).toEqual(['TreatmentTerminated', 'DraftReturned'])
    expect(outcome.state.status).toBe('in-review')
  })
})

describe('the determination', () => {
  it('is issued by the reviewer’s own signature, after the quality read', () => {
    const state = stateIn('quality-passed')
    const outcome = given(state).when(commands.issue())
    expect(outcome.types).toEqual(['DeterminationIssued'])
    expect(outcome.state.outcome).toBe('partially-overturn')
    expect(given(state).when({ ...commands.issue(), by: otherReviewer }).refusals).toEqual([
      'not-the-attested-reviewer',
    ])
    expect(given(state).when({ ...commands.issue(), by: system }).refusals).toEqual([
      'role-may-not',
    ])
    expect(given(stateIn('quality')).when(commands.issue()).refusals).toEqual(['step-out-of-order'])
  })

  it('is served on everybody; the clocks of the parties start', () => {
    const state = stateIn('issued')
    const outcome = given(state).when(commands.serve(state))
    expect(outcome.types).toEqual([
      'DeterminationServed',
      'ClockStopped',
      'ClockStarted',
      'ClockStarted',
    ])
    const running = outcome.state.clocks.filter(({ status }) => status === 'running')
    expect(running.map(({ clock, deadline }) => [clock, deadline.due])).toEqual([
      ['I1', { on: '2026-12-28' }],
      ['P1', { on: '2027-01-22' }],
    ])
    const command = commands.serve(state)
    if (command.type !== 'ServeDetermination') throw new Error('another command')
    const fewer = { ...command, recipients: command.recipients.slice(0, 1) }
    expect(given(state).when(fewer).refusals).toEqual(['recipient-missing', 'recipient-missing'])
  })

  it('starts the clock of payment for what was given already', () => {
    const state = stateIn('issued')
    const application = state.application
    if (!application) throw new Error('no application')
    const [first, ...rest] = application.disputedTreatments
    const withDates = {
      ...application,
      disputedTreatments: [
        first,
        ...rest.map((treatment) => ({ ...treatment, retrospective: true })),
      ],
    } as const
    const retrospective: CaseState = { ...state, application: withDates }
    const served = given(retrospective).when(commands.serve(retrospective)).state
    expect(
      served.clocks.filter(({ status }) => status === 'running').map(({ clock }) => clock),
    ).toEqual(['I2', 'P1'])
  })

  it('is published after service, once', () => {
    expect(given(stateIn('issued')).when(commands.publish()).refusals).toEqual([
      'step-out-of-order',
    ])
    const published = after(stateIn('served'), commands.publish())
    expect(published.publishedOn).toBe('2026-12-21')
    expect(given(published).when(commands.publish()).refusals).toEqual(['already-published'])
  })

  it('is implemented for what was overturned; with the last of it the clock stops', () => {
    const state = stateIn('served')
    expect(given(state).when(commands.implement('t1')).refusals).toEqual(['nothing-to-implement'])
    const first = given(state).when(commands.implement('t2'))
    expect(first.types).toEqual(['DeterminationImplemented'])
    const last = given(first.state).when(commands.implement('t3'))
    expect(last.types).toEqual(['DeterminationImplemented', 'ClockStopped'])
    expect(last.state.status).toBe('implemented')
  })
})

describe('an appeal', () => {
  it('makes implementation wait', () => {
    const outcome = given(stateIn('served')).when(commands.appeal())
    expect(outcome.types).toEqual(['AppealFiled', 'ClockStopped', 'ClockStopped'])
    expect(given(outcome.state).when(commands.implement('t2')).refusals).toEqual([
      'step-out-of-order',
    ])
  })

  it('that fails leaves the determination standing; what is owed is owed again', () => {
    const state = stateIn('affirmed')
    expect(state.clocks.find(({ clock }) => clock === 'I1')).toMatchObject({
      status: 'running',
      deadline: { due: { on: '2027-03-08' } },
    })
    const done = after(
      state,
      { ...commands.implement('t2'), at: at('2027-03-03') },
      { ...commands.implement('t3'), at: at('2027-03-03') },
    )
    expect(done.status).toBe('implemented')
  })

  it('that succeeds sends the dispute to a different reviewer, who starts afresh', () => {
    const state = stateIn('remanded')
    expect(state).toMatchObject({
      blockedReviewerIds: [reviewerId],
      reviewerId: null,
      issues: [],
      caseSummary: null,
      outcome: null,
      publishedOn: null,
      remand: { ground: 5 },
    })
    expect(state.earlierDeterminations).toHaveLength(1)
    expect(state.clocks.filter(({ status }) => status === 'running')).toMatchObject([
      { clock: 'D1', deadline: { due: { on: '2027-03-31' } } },
    ])
    const again = { ...commands.selectReviewer(), at: at('2027-03-02') }
    expect(given(state).when(again).refusals).toEqual(['reviewer-blocked'])
    const other = { ...commands.selectReviewer('reviewer-2'), at: at('2027-03-02') }
    const attested = after(state, other, { ...commands.attest('reviewer-2'), at: at('2027-03-02') })
    expect(attested.status).toBe('in-review')
  })

  it('says which fact was wrong', () => {
    const state = stateIn('appealed')
    const mute = { ...commands.remand(state), wrongFact: '' } as CaseCommand
    expect(given(state).when(mute).refusals).toEqual(['text-missing'])
  })

  it('on ground 5 names the page of the record that proves it, on other grounds may', () => {
    const state = stateIn('appealed')
    const { proof: _, ...withoutPage } = commands.remand(state) as Extract<
      CaseCommand,
      { readonly type: 'RemandDetermination' }
    >
    expect(given(state).when(withoutPage).refusals).toEqual(['wrong-fact-without-page'])
    expect(given(state).when({ ...withoutPage, ground: 3 }).types).toContain(
      'DeterminationRemanded',
    )
    for (const proof of [
      { documentId: 'f-1', page: 21 },
      { documentId: 'f-9', page: 1 },
    ]) {
      expect(given(state).when({ ...withoutPage, proof }).refusals).toEqual([
        'source-not-in-record',
      ])
    }
    const outcome = given(state).when(commands.remand(state))
    expect(outcome.state.remand?.proof).toEqual({ documentId: 'f-1', page: 7 })
  })
})

describe('side exits', () => {
  it('end the review with its last treatment', () => {
    const leave = (treatmentId: string): CaseCommand => ({
      type: 'TerminateTreatment',
      by: person('case-manager'),
      at: at('2026-12-10'),
      treatmentId,
      reason: 'authorized',
      terminatedOn: day('2026-12-10'),
    })
    const last = given(after(stateIn('records-complete'), leave('t1'), leave('t2'))).when(
      leave('t3'),
    )
    expect(last.types).toEqual(['TreatmentTerminated', 'ReviewTerminated', 'ClockStopped'])
    expect(last.state.status).toBe('terminated')
  })

  it('stop every clock', () => {
    const state = after(stateIn('records-open'), {
      ...commands.terminateReview(),
      at: at('2026-12-01'),
    })
    expect(state.clocks.every(({ status }) => status === 'stopped')).toBe(true)
  })

  it('are closed after the determination', () => {
    for (const status of ['issued', 'served', 'terminated'] as const) {
      expect(given(stateIn(status)).when(commands.terminateReview()).refusals).toEqual([
        'step-out-of-order',
      ])
    }
  })

  it('convert the review with the clocks of the stage', () => {
    const convert = (state: CaseState, to: 'standard' | 'expedited'): CaseCommand => {
      const starter = { type: 'ConvertPriority', at: at('2026-12-10'), to } as const
      return {
        ...starter,
        by: person('case-manager'),
        reason: 'A physician certified the threat.',
        certificates: clocksFor(starter, state),
      }
    }
    const open = stateIn('records-open')
    expect(given(open).when(convert(open, 'expedited')).types).toEqual([
      'PriorityConverted',
      'ClockStopped',
      'ClockStopped',
      'ClockStarted',
      'ClockStarted',
    ])
    const review = stateIn('in-review')
    const expedited = after(review, convert(review, 'expedited'))
    expect(expedited.clocks.filter(({ status }) => status === 'running')).toMatchObject([
      { clock: 'D3', deadline: { due: { on: '2026-12-13' } } },
    ])
    const regular = after(expedited, convert(expedited, 'standard'))
    expect(regular.clocks.find(({ clock }) => clock === 'D1')).toMatchObject({
      status: 'running',
      deadline: { due: { on: '2027-01-07' } },
    })
    const eligible = stateIn('eligible')
    expect(given(eligible).when(convert(eligible, 'expedited')).types).toEqual([
      'PriorityConverted',
    ])
    expect(given(eligible).when(convert(eligible, 'standard')).refusals).toEqual([
      'priority-already',
    ])
  })
})
