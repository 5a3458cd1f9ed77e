import { describe, expect, it } from 'vitest'
import type { PlainDate } from '#foundation'
import type { Application, UtilizationReviewDecision } from './application.ts'
import type { EligibilityTable, EligibilityTest } from './eligibility.ts'
import { eligibilityRules } from './eligibility-rules.ts'
import {
  type EligibilityContext,
  type KnownApplication,
  knownApplicationOf,
  testEligibility,
} from './test-eligibility.ts'

const day = (text: string): PlainDate => text as PlainDate
const address = { street: '1 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' }

const decision: UtilizationReviewDecision = {
  organization: 'Example Utilization Review (invented)',
  requestReceivedOn: day('2026-10-20'),
  decidedOn: day('2026-10-26'),
  servedOn: day('2026-10-26'),
  served: { method: 'mail', place: 'CA' },
  outcome: 'denied',
  conditional: false,
  formServed: true,
  formularyDispute: false,
  reasons: 'Not shown to be necessary.',
}

const application: Application = {
  program: 'CA-WC',
  receivedOn: day('2026-11-12'),
  priority: 'standard',
  expeditedCertified: false,
  employee: {
    name: { first: 'Imogen', last: 'Madeup' },
    dateOfBirth: day('1979-02-14'),
    address,
  },
  employer: { name: 'Fictional Freight (invented)' },
  claimsAdministrator: { company: 'Sample Claims (invented)', contact: 'Otto Nobody', address },
  requestingPhysician: { name: { first: 'Petra', last: 'Pretend' }, address },
  claimNumber: 'SYN-0001',
  dateOfInjury: day('2026-03-02'),
  primaryDiagnosis: { description: 'Knee derangement' },
  signature: { by: 'employee', name: 'Imogen Madeup', signedOn: day('2026-11-09') },
  utilizationReview: decision,
  liabilityDispute: null,
  disputedTreatments: [
    {
      id: 't1',
      treatment: 'Arthroscopy of the left knee',
      bodyRegions: ['knee'],
      retrospective: false,
      claimsAdministratorGuideline: '',
    },
    {
      id: 't2',
      treatment: 'Knee brace',
      bodyRegions: ['knee'],
      retrospective: false,
      claimsAdministratorGuideline: '',
    },
  ],
}

const table = (
  changes: Partial<Application> = {},
  context: Partial<EligibilityContext> = {},
): EligibilityTable =>
  testEligibility(
    { ...application, ...changes },
    { testedOn: day('2026-11-20'), knownApplications: [], ...context },
  )

const row = (tested: EligibilityTable, number: number): EligibilityTest => {
  const found = tested.tests.find((test) => test.row === number)
  if (!found) throw new Error(`no row ${number}`)
  return found
}

const known = (changes: Partial<KnownApplication> = {}): KnownApplication => ({
  ...knownApplicationOf('CM26-0000007', application, { open: true }),
  ...changes,
})

describe('the table', () => {
  it('has all nineteen rows in their order, each with reason, authority and evidence', () => {
    const tested = table()
    expect(tested.verdict).toBe('eligible')
    expect(tested.tests.map((test) => test.row)).toEqual(
      Array.from({ length: 19 }, (_, index) => index + 1),
    )
    for (const test of tested.tests) {
      expect(test.because).not.toBe('')
      expect(test.authority).not.toBe('')
    }
    expect(eligibilityRules.rows.map(({ row: number }) => number)).toEqual(
      tested.tests.map((test) => test.row),
    )
  })

  it('stops at the first row that stands in the way, and says of the others that they were not reached', () => {
    const tested = table({ signature: null, utilizationReview: null })
    expect(tested.verdict).toBe('ineligible')
    expect(row(tested, 2).result).toBe('failed')
    expect(row(tested, 2).cure).toContain('Sign the application')
    expect(row(tested, 4)).toMatchObject({
      result: 'not-reached',
      because: 'row 2 has decided',
    })
  })
})

describe('row 1, duplicates', () => {
  it('finds the same employee, decision and treatments, however they are spelled', () => {
    const tested = table(
      {},
      {
        knownApplications: [
          known({ treatments: ['ARTHROSCOPY of the left knee', 'knee brace', 'another'] }),
        ],
      },
    )
    expect(tested).toMatchObject({ verdict: 'duplicate', duplicateOf: 'CM26-0000007' })
  })

  it('lets another decision, another employee or other treatments pass', () => {
    const others = [
      known({ utilizationReviewDecidedOn: day('2026-10-27') }),
      known({ employeeKey: 'somebody|else|1979-02-14' }),
      known({ treatments: ['Crutches'] }),
    ].map((one) => ({ ...one, open: false }))
    expect(table({}, { knownApplications: others }).verdict).toBe('eligible')
  })

  it('shows treatments that stand in two cases', () => {
    const tested = table({}, { knownApplications: [known({ treatments: ['Knee brace'] })] })
    expect(row(tested, 1).because).toContain('t2 already stand in CM26-0000007')
  })
})

describe('rows 2 to 4, the papers', () => {
  const representative = (designatedOn: string): Partial<Application> => ({
    signature: { by: 'representative', name: 'Lex Sample', signedOn: day('2026-11-09') },
    representative: {
      name: { first: 'Lex', last: 'Sample' },
      capacity: 'attorney',
      designatedOn: day(designatedOn),
      address,
    },
  })

  it('refuse a representative designated before the decision', () => {
    expect(table(representative('2026-10-25')).verdict).toBe('ineligible')
    expect(row(table(representative('2026-10-25')), 3).result).toBe('failed')
    expect(table(representative('2026-10-26')).verdict).toBe('eligible')
  })

  it('refuse a representative’s signature without a designation', () => {
    const { signature } = representative('2026-10-26')
    expect(row(table(signature ? { signature } : {}), 3).result).toBe('failed')
  })

  it('refuse a missing decision, which until March 2014 was asked for by letter', () => {
    expect(table({ utilizationReview: null }).verdict).toBe('ineligible')
    const early = table({ utilizationReview: null, receivedOn: day('2014-03-31') })
    expect(early.verdict).toBe('information-needed')
    expect(row(early, 4).result).toBe('unknown')
    expect(table({ utilizationReview: null, receivedOn: day('2014-04-01') }).verdict).toBe(
      'ineligible',
    )
  })
})

describe('row 5, the time to file', () => {
  it('is thirty days and five for mail in California; the reason shows the counting', () => {
    expect(table({ receivedOn: day('2026-11-30') }).verdict).toBe('eligible')
    const late = table({ receivedOn: day('2026-12-01') })
    expect(late.verdict).toBe('ineligible')
    expect(row(late, 5).because).toContain('received on December 1, 2026, 1 day late')
    expect(row(late, 5).because).toContain('Monday, November 30, 2026')
    expect(row(late, 5).because).toContain('8 CCR 10605')
  })

  it('is ten days for a formulary dispute, since 2018', () => {
    const formulary = { ...decision, formularyDispute: true }
    expect(table({ utilizationReview: formulary, receivedOn: day('2026-11-10') }).verdict).toBe(
      'eligible',
    )
    expect(table({ utilizationReview: formulary, receivedOn: day('2026-11-12') }).verdict).toBe(
      'ineligible',
    )
    const before: Application['utilizationReview'] = {
      ...formulary,
      requestReceivedOn: day('2016-10-20'),
      decidedOn: day('2016-10-26'),
      servedOn: day('2016-10-26'),
    }
    expect(
      table({
        utilizationReview: before,
        receivedOn: day('2016-11-28'),
        dateOfInjury: day('2016-03-02'),
      }).verdict,
    ).toBe('eligible')
  })

  it('does not run where the form was not served with the decision', () => {
    const tested = table({
      utilizationReview: { ...decision, formServed: false },
      receivedOn: day('2027-06-01'),
    })
    expect(tested.verdict).toBe('eligible')
    expect(row(tested, 6).because).toContain('penalty')
  })

  it('runs anew from the notice that a dispute over liability is resolved', () => {
    const liabilityDispute = { reason: 'the knee', resolvedNoticeOn: day('2027-01-11') }
    expect(table({ liabilityDispute, receivedOn: day('2027-02-10') }).verdict).toBe('eligible')
    expect(table({ liabilityDispute, receivedOn: day('2027-02-11') }).verdict).toBe('ineligible')
  })

  it('gives a right its latest defensible day where calendars conflict', () => {
    const personal: UtilizationReviewDecision = {
      ...decision,
      decidedOn: day('2026-10-27'),
      servedOn: day('2026-10-27'),
      served: { method: 'personal', place: 'CA' },
    }
    const tested = table({ utilizationReview: personal, receivedOn: day('2026-11-30') })
    expect(row(tested, 5).result).toBe('passed')
    expect(row(tested, 5).because).toContain('latest defensible day')
    expect(
      row(table({ utilizationReview: personal, receivedOn: day('2026-12-01') }), 5).result,
    ).toBe('failed')
  })
})

describe('rows 7 to 13, what is in dispute', () => {
  const verdictOf = (
    review: Partial<UtilizationReviewDecision>,
    context: Partial<EligibilityContext> = {},
  ): string => table({ utilizationReview: { ...decision, ...review } }, context).verdict

  it('a conditional non-certification is not for review', () => {
    expect(verdictOf({ conditional: true })).toBe('ineligible')
  })

  it('neither is an approval, nor what was authorized since', () => {
    expect(verdictOf({ outcome: 'approved' })).toBe('ineligible')
    expect(verdictOf({}, { authorizedTreatments: ['t1', 't2'] })).toBe('ineligible')
  })

  it('nor an application that came before the decision', () => {
    expect(table({ receivedOn: day('2026-10-23') }).verdict).toBe('ineligible')
  })

  it('a dispute over liability defers, unless the claims administrator agrees', () => {
    const disputed = { liabilityDispute: { reason: 'the knee is not accepted' } }
    expect(table(disputed).verdict).toBe('deferred')
    expect(table(disputed, { administratorAgrees: true }).verdict).toBe('eligible')
  })

  it('a late decision is flagged and the review goes on, unless it was set aside', () => {
    const late = table({
      utilizationReview: { ...decision, requestReceivedOn: day('2026-10-01') },
    })
    expect(late.verdict).toBe('eligible')
    expect(row(late, 10).because).toContain('looks late')
    expect(verdictOf({}, { invalidatedBy: 'order of the Appeals Board' })).toBe('ineligible')
  })

  it('what was reviewed less than twelve months ago needs changed facts', () => {
    const before = known({
      utilizationReviewDecidedOn: day('2026-01-05'),
      open: false,
      determinedOn: day('2026-02-20'),
    })
    expect(verdictOf({}, { knownApplications: [before] })).toBe('ineligible')
    expect(
      verdictOf({}, { knownApplications: [before], materialChange: 'a new tear on MRI' }),
    ).toBe('eligible')
    expect(
      verdictOf({}, { knownApplications: [{ ...before, determinedOn: day('2025-10-26') }] }),
    ).toBe('eligible')
    expect(verdictOf({}, { knownApplications: [{ ...before, treatments: ['Knee brace'] }] })).toBe(
      'information-needed',
    )
  })

  it('withdrawals and other programs end it', () => {
    expect(verdictOf({}, { withdrawnBecause: 'settled on 2026-11-15' })).toBe('ineligible')
    expect(
      verdictOf({}, { outsideProgram: { because: 'a bill', route: 'independent bill review' } }),
    ).toBe('ineligible')
  })
})

describe('rows 14 to 19, what becomes of it', () => {
  it('a modified request says what remains, or is asked for it', () => {
    const modified = { ...decision, outcome: 'modified' } as const
    expect(table({ utilizationReview: modified }).verdict).toBe('information-needed')
    const [first, second] = application.disputedTreatments
    if (!second) throw new Error('one treatment only')
    const partial = { requested: 'twelve visits', authorized: 'six', remainder: 'six visits' }
    const split = table({
      utilizationReview: modified,
      disputedTreatments: [{ ...first, partial }, second],
    })
    expect(split.verdict).toBe('eligible')
    expect(row(split, 14).because).toBe(
      't1: requested twelve visits, authorized six, only six visits is in dispute',
    )
  })

  it('expedited review without certification becomes regular, and the other way round', () => {
    expect(table({ priority: 'expedited' }).convertTo).toBe('standard')
    expect(table({ priority: 'expedited', expeditedCertified: true }).convertTo).toBeUndefined()
    expect(table({ expeditedCertified: true }).convertTo).toBe('expedited')
  })

  it('cases of the same employee, physician and injury may be consolidated', () => {
    const other = known({ treatments: ['Crutches'], utilizationReviewDecidedOn: day('2026-09-01') })
    expect(table({}, { knownApplications: [other] }).consolidateWith).toEqual(['CM26-0000007'])
    expect(
      table({}, { knownApplications: [{ ...other, open: false }] }).consolidateWith,
    ).toBeUndefined()
  })

  it('what was authorized since leaves the dispute', () => {
    expect(table({}, { authorizedTreatments: ['t2'] }).authorizedTreatments).toEqual(['t2'])
  })
})

describe('an application that is sent again', () => {
  it('after it was found ineligible is no duplicate: that is how it is cured', () => {
    const refusedBefore = knownApplicationOf('CM26-0000001', application, {
      open: true,
      refused: true,
    })
    const again = table({}, { knownApplications: [refusedBefore] })
    expect(again.verdict).toBe('eligible')
    expect(again.consolidateWith).toBeUndefined()
    const openBefore = knownApplicationOf('CM26-0000001', application, { open: true })
    expect(table({}, { knownApplications: [openBefore] }).verdict).toBe('duplicate')
  })
})

describe('each row of the table', () => {
  const context = (more: Partial<EligibilityContext> = {}): EligibilityContext => ({
    testedOn: day('2026-11-20'),
    knownApplications: [],
    ...more,
  })

  it('carries whether its rule was read in the text, where and when', () => {
    const { tests } = testEligibility(application, context())
    expect(tests.map(({ row: number }) => number)).toEqual(
      Array.from({ length: 19 }, (_, index) => index + 1),
    )
    for (const one of tests) {
      expect(typeof one.verified).toBe('boolean')
      expect(one.source).not.toBe('')
      expect(one.readOn).toBe('2026-11-21')
    }
    expect(tests.filter((one) => one.verified === false).map((one) => one.row)).toEqual([
      6, 8, 12, 15,
    ])
  })

  it('names the page of the letter that says it, where the letter was read', () => {
    const place = (
      page: number,
      says: string,
    ): { document: string; page: number; says: string } => ({
      document: 'decision.pdf',
      page,
      says,
    })
    const { tests } = testEligibility(
      application,
      context({
        decisionPlaces: {
          decidedOn: place(1, '2026-10-26'),
          servedOn: place(4, '2026-10-26'),
          outcome: place(2, 'denied'),
        },
      }),
    )
    const evidence = (number: number): string =>
      tests.find((one) => one.row === number)?.evidence ?? ''
    expect(evidence(4)).toContain('decision.pdf, page 1: "2026-10-26"')
    expect(tests.find((one) => one.row === 4)?.places).toEqual([place(1, '2026-10-26')])
    expect(tests.find((one) => one.row === 6)?.places).toBeUndefined()
    expect(evidence(5)).toContain('decision.pdf, page 4: "2026-10-26"')
    expect(evidence(8)).toMatch(/page 2: "denied"; decision\.pdf, page 1/)
    expect(evidence(6)).toBe('application: whether the form came with the decision')
  })

  it('on missing information says that the rules of 2026 were not read, from their day on', () => {
    const conditional = (servedOn: string): string =>
      testEligibility(
        {
          ...application,
          receivedOn: day('2026-05-12'),
          utilizationReview: {
            ...decision,
            requestReceivedOn: day('2026-03-20'),
            decidedOn: day(servedOn),
            servedOn: day(servedOn),
            conditional: true,
          },
        },
        context(),
      ).tests.find((one) => one.row === 7)?.because ?? ''
    expect(conditional('2026-04-20')).toContain('their text was not read')
    expect(conditional('2026-03-31')).not.toContain('not read')
  })
})
