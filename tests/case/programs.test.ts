import { describe, expect, it } from 'vitest'
import { type CaseCommand, type CaseState, computeFee, decide, evolve, initialState } from '#case'
import { valueOf } from '#foundation'
import {
  type Application,
  missingSections,
  panelDecision,
  parseApplication,
  programOf,
  programs,
  testEligibility,
} from '#intake'
import { applicationInput, commands, day, reviewerId } from '../support/builders.ts'
import { given } from '../support/given.ts'

/** A health plan's refusal of an MRI, in the program; no employer, no injury. */
function planApplication(
  program: 'CA-DMHC' | 'NY-DFS',
  changes: Readonly<Record<string, unknown>> = {},
): Application {
  const { employer: _, dateOfInjury: __, ...input } = applicationInput()
  return valueOf(
    parseApplication({
      ...input,
      program,
      claimNumber: 'MEMBER-1',
      internalAppeal: { kind: 'decided', decidedOn: '2026-11-02' },
      disputedTreatments: [
        {
          treatment: 'MRI of the lumbar spine',
          bodyRegions: ['lumbar spine'],
          claimsAdministratorGuideline: 'the plan’s own criteria',
        },
      ],
      ...changes,
    }),
  )
}

const clockLines = (state: CaseState): readonly unknown[] =>
  state.clocks.map(({ clock, status, deadline }) => [clock, deadline.rules, deadline.due, status])

type Step = (state: CaseState) => CaseCommand

/** Takes a case from the application to the day before its decision. */
function inReview(application: Application): CaseState {
  return go(
    initialState,
    () => commands.receive(application),
    (state) =>
      ({
        ...commands.testEligibility(state),
        table: testEligibility(application, {
          testedOn: day('2026-11-20'),
          knownApplications: [],
        }),
      }) as CaseCommand,
    (state) => commands.assign(state, 'electronic'),
    () => commands.receiveRecord(),
    () => commands.listRecords(),
    (state) => commands.completeRecords(state),
    () => commands.selectReviewer(),
    () => commands.attest(),
    () => commands.writeSummary(),
  )
}

function go(state: CaseState, ...steps: readonly Step[]): CaseState {
  return steps.reduce((now, step) => {
    const events = valueOf(decide(step(now), now))
    return events.reduce((next, event) => evolve(next, event, next.version + 1), now)
  }, state)
}

const finish: readonly Step[] = [
  () => commands.submitDraft(),
  () => commands.passQuality(),
  () => commands.issue(),
  (state) => commands.serve(state),
]

describe('a case of a California health plan (DMHC)', () => {
  it('goes from application to determination by the clocks of its program', () => {
    const review = inReview(planApplication('CA-DMHC'))
    expect(clockLines(review)).toEqual([
      ['R2', 'CA-DMHC', { on: '2026-11-27' }, 'stopped'],
      ['D1', 'CA-DMHC', { on: '2027-01-07' }, 'running'],
    ])
    const served = go(review, () => commands.decideIssue('t1', 'overturned'), ...finish)
    expect(served).toMatchObject({ status: 'served', outcome: 'overturn' })
    expect(clockLines(served).slice(2)).toEqual([
      ['I1', 'CA-DMHC', { on: '2026-12-28' }, 'running'],
    ])
    expect(programOf('CA-DMHC').outcome.case[served.outcome ?? 'uphold']).toBe(
      'Overturned Decision of Health Plan',
    )
  })

  it('decides an experimental treatment by three reviewers, the majority counting', () => {
    const review = inReview(planApplication('CA-DMHC', { reviewType: 'experimental' }))
    const opinion = (id: string, decision: 'upheld' | 'overturned') =>
      ({ reviewerId: id, decision, analysis: 'A synthetic analysis.' }) as const
    const decideWith = (
      decision: 'upheld' | 'overturned',
      ...panel: readonly ReturnType<typeof opinion>[]
    ): CaseCommand => {
      const command = commands.decideIssue('t1', decision)
      if (command.type !== 'DecideIssue') throw new Error('another command')
      const [first, ...others] = panel
      return first
        ? { ...command, issue: { ...command.issue, panel: [first, ...others] } }
        : command
    }
    const refusalsOf = (command: CaseCommand) => given(review).when(command).refusals
    const [one, two, three] = [reviewerId, 'reviewer-2', 'reviewer-3']
    expect(refusalsOf(decideWith('upheld'))).toContain('panel-incomplete')
    expect(
      refusalsOf(decideWith('upheld', opinion(one, 'upheld'), opinion(two, 'upheld'))),
    ).toEqual(['panel-incomplete'])
    const votes = [opinion(one, 'upheld'), opinion(two, 'overturned'), opinion(three, 'overturned')]
    expect(refusalsOf(decideWith('upheld', ...votes))).toEqual(['panel-decides-otherwise'])
    expect(
      refusalsOf(decideWith('overturned', opinion('reviewer-4', 'overturned'), ...votes.slice(1))),
    ).toEqual(['panel-incomplete'])
    const served = go(review, () => decideWith('overturned', ...votes), ...finish)
    expect(served.outcome).toBe('overturn')
  })

  it('runs an expedited review in hours, an experimental one in seven days', () => {
    const expedited = { priority: 'expedited', expeditedCertified: true }
    const urgent = inReview(planApplication('CA-DMHC', expedited))
    expect(clockLines(urgent).slice(-1)).toEqual([
      ['D3', 'CA-DMHC', { at: '2026-12-11T20:00:00.000Z' }, 'running'],
    ])
    const trial = inReview(planApplication('CA-DMHC', { ...expedited, reviewType: 'experimental' }))
    expect(clockLines(trial).slice(-1)).toEqual([
      ['D7', 'CA-DMHC', { on: '2026-12-15' }, 'running'],
    ])
  })
})

describe('a case of a New York health plan (DFS)', () => {
  it('goes from application to determination, with the outcome in its words', () => {
    const two = [
      { treatment: 'Infusion', bodyRegions: ['other'], claimsAdministratorGuideline: 'plan' },
      { treatment: 'Home care', bodyRegions: ['other'], claimsAdministratorGuideline: 'plan' },
    ]
    const review = inReview(planApplication('NY-DFS', { disputedTreatments: two }))
    expect(clockLines(review)).toEqual([
      ['R2', 'NY-DFS', { on: '2026-11-27' }, 'stopped'],
      ['D1', 'NY-DFS', { on: '2027-01-07' }, 'running'],
    ])
    const served = go(
      review,
      () => commands.decideIssue('t1', 'upheld'),
      () => commands.decideIssue('t2', 'overturned'),
      ...finish,
    )
    expect(programOf('NY-DFS').outcome.case[served.outcome ?? 'uphold']).toBe('Overturned in Part')
    // No clock of implementation or appeal is known, so none runs.
    expect(served.clocks.some(({ status }) => status === 'running')).toBe(false)
  })

  it('ends with the determination: no appeal is heard within the program', () => {
    const served = go(
      inReview(planApplication('NY-DFS')),
      () => commands.decideIssue('t1', 'upheld'),
      ...finish,
    )
    expect(given(served).when(commands.appeal()).refusals).toEqual(['no-appeal-in-program'])
  })

  it('counts seventy-two hours for an expedited appeal, through the week-end', () => {
    const urgent = inReview(
      planApplication('NY-DFS', {
        priority: 'expedited',
        expeditedCertified: true,
        internalAppeal: { kind: 'excused', because: 'urgent' },
      }),
    )
    expect(clockLines(urgent)).toEqual([
      ['R3', 'NY-DFS', { at: '2026-11-24T20:00:00.000Z' }, 'stopped'],
      ['D3', 'NY-DFS', { at: '2026-12-11T20:00:00.000Z' }, 'running'],
    ])
  })

  it('has no fee schedule here, and says so', () => {
    const served = go(
      inReview(planApplication('NY-DFS')),
      () => commands.decideIssue('t1', 'upheld'),
      ...finish,
    )
    const fee = computeFee(served)
    expect(fee.ok ? '' : fee.refusals[0].because).toContain('NY-DFS has no fee schedule')
  })
})

describe('eligibility in other programs', () => {
  const verdict = (application: Application) => {
    const table = testEligibility(application, {
      testedOn: day('2026-11-20'),
      knownApplications: [],
    })
    const hit = table.tests.find(({ result }) => result === 'failed')
    return [table.verdict, hit?.test, table.rules]
  }

  it('needs the plan’s internal appeal, or an excuse that the program knows and the form shows', () => {
    const { internalAppeal: _, ...without } = planApplication('CA-DMHC')
    expect(verdict(without)).toEqual([
      'ineligible',
      "The plan's internal appeal was not gone through",
      'CA-DMHC eligibility version 1; clocks CA-DMHC',
    ])
    const excused = (because: string, more = {}) =>
      verdict(
        planApplication('CA-DMHC', { internalAppeal: { kind: 'excused', because }, ...more }),
      )[0]
    expect(excused('experimental')).toBe('ineligible')
    expect(excused('experimental', { reviewType: 'experimental' })).toBe('eligible')
    expect(excused('plan-agrees')).toBe('ineligible')
    expect(excused('urgent')).toBe('ineligible')
    expect(excused('urgent', { expeditedCertified: true })).toBe('eligible')
  })

  it('gives six months in California and four in New York, from the plan’s last word', () => {
    const appealed = (program: 'CA-DMHC' | 'NY-DFS', decidedOn: string) =>
      verdict(planApplication(program, { internalAppeal: { kind: 'decided', decidedOn } }))[0]
    expect(appealed('CA-DMHC', '2026-05-12')).toBe('eligible')
    expect(appealed('CA-DMHC', '2026-05-10')).toBe('ineligible')
    expect(appealed('NY-DFS', '2026-07-12')).toBe('eligible')
    expect(appealed('NY-DFS', '2026-07-10')).toBe('ineligible')
  })

  it('does not review a dispute over coverage, or a kind that the program has not', () => {
    expect(
      verdict(planApplication('CA-DMHC', { liabilityDispute: { reason: 'not a benefit' } }))[0],
    ).toBe('ineligible')
    expect(verdict(planApplication('CA-DMHC', { reviewType: 'step-therapy' }))[0]).toBe(
      'ineligible',
    )
    expect(verdict(planApplication('NY-DFS', { reviewType: 'step-therapy' }))[0]).toBe('eligible')
  })

  it('needs employer and injury in workers’ compensation, and takes no plan’s fields there', () => {
    const { employer: _, dateOfInjury: __, ...rest } = applicationInput()
    const codes = (input: unknown): readonly string[] => {
      const read = parseApplication(input)
      return read.ok ? [] : read.refusals.map(({ code, where }) => `${code} ${where}`)
    }
    expect(codes(rest)).toEqual([
      'field-missing application.employer',
      'field-missing application.dateOfInjury',
    ])
    expect(codes(applicationInput({ reviewType: 'experimental' }))).toEqual([
      'unknown-field application.reviewType',
    ])
    expect(codes(applicationInput({ program: 'TX-WC' }))).toEqual([
      'field-not-readable application.program',
    ])
  })
})

describe('the programs', () => {
  it('say how several reviewers decide together', () => {
    const workers = programOf('CA-WC')
    expect(panelDecision(workers, ['upheld', 'overturned'])).toBe('overturned')
    expect(panelDecision(workers, ['upheld', 'overturned', 'upheld'])).toBe('upheld')
    expect(panelDecision(workers, [])).toBeNull()
  })

  it('name the sections that a determination must have', () => {
    const workers = programOf('CA-WC')
    expect(missingSections(workers, workers.sections)).toEqual([])
    expect(missingSections(workers, ['clinical-case-summary'])).toContain('documents-reviewed')
  })

  it('carry authority and mark, and a ladder of what counts as evidence', () => {
    for (const program of programs) {
      expect(program.authority).not.toBe('')
      expect(program.standard.ladder.map(({ rank }) => rank)[0]).toBe('A')
      for (const rule of [program.tie, program.appeal, program.standard, program.internalAppeal]) {
        expect(rule.authority).not.toBe('')
      }
    }
  })
})
