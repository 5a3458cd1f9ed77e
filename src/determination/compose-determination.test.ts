import { describe, expect, it } from 'vitest'
import { outcomeOf, type RecordedEvent } from '#case'
import { recallAttestation } from '#reviewers'
import { composeDetermination } from './compose-determination.ts'
import { headingOf } from './heading.ts'
import { issueDetermination } from './issue-determination.ts'
import { aDecidedCase, aTreatment, cites, day, instant, withTreatments } from './test-builders.ts'

describe('the outcome of a case', () => {
  it.each([
    [['upheld', 'upheld'], 'uphold'],
    [['overturned'], 'overturn'],
    [['overturned', 'upheld'], 'partially-overturn'],
  ] as const)('of %s is %s', ([first, ...rest], outcome) => {
    expect(outcomeOf([{ decision: first }, ...rest.map((decision) => ({ decision }))])).toBe(
      outcome,
    )
  })
})

describe('the heading of a treatment', () => {
  it('says what was requested, authorized and remains', () => {
    const partial = {
      requested: 'Chiropractic times 12',
      authorized: 'Chiropractic times 6',
      remainder: 'Chiropractic times 6',
    }
    const heading = headingOf(aTreatment({ treatment: 'Chiropractic times 12', partial }))
    expect(heading).toBe(
      'Chiropractic times 12 was the original request. Chiropractic times 6 was authorized by the ' +
        'Claims Administrator. The remaining IMR eligible portion of the original request, ' +
        'Chiropractic times 6 is',
    )
    expect(headingOf(aTreatment({ treatment: heading, partial }))).toBe(heading)
  })

  it('marks services that go with a surgery and those already given, once', () => {
    const sling = aTreatment({ treatment: 'Sling', associatedWith: 't1' })
    expect(headingOf(sling)).toBe('Associated surgical service: Sling')
    expect(headingOf({ ...sling, treatment: headingOf(sling) })).toBe(headingOf(sling))
    const given = aTreatment({
      treatment: 'E-stim',
      retrospective: true,
      datesOfService: [day('2016-12-29')],
    })
    expect(headingOf(given)).toBe('Retrospective E-stim (DOS 12/29/2016)')
    const printed = aTreatment({ ...given, treatment: 'Retrospective E-stim DOS: 12/29/16' })
    expect(headingOf(printed)).toBe('Retrospective E-stim DOS: 12/29/16')
  })
})

describe('composing a determination', () => {
  it('takes every field from the case', () => {
    const result = composeDetermination({ state: aDecidedCase(), decidedOn: day('2026-12-18') })
    expect(result).toMatchObject({
      ok: true,
      value: {
        caseNumber: 'CM26-0000001',
        dateOfInjury: '2026-05-04',
        urDenialDate: '2026-10-20',
        applicationReceived: '2026-11-10',
        dateAssigned: '2026-11-23',
        decisionDate: '2026-12-18',
        outcome: 'uphold',
        issues: [{ treatment: 'MRI of the lumbar spine', decision: 'upheld' }],
      },
    })
  })

  it('keeps the order of the application, whatever the order of the decisions', () => {
    const base = aDecidedCase()
    const [decided] = base.issues
    if (!decided) throw new Error('no issue')
    const state = withTreatments(
      {
        ...base,
        issues: [{ ...decided, treatmentId: 't2', decision: 'overturned' }, decided],
      },
      aTreatment(),
      aTreatment({ id: 't2', treatment: 'Sling', associatedWith: 't1' }),
    )
    const result = composeDetermination({ state })
    expect(result.ok && result.value.issues.map(({ treatment }) => treatment)).toEqual([
      'MRI of the lumbar spine',
      'Associated surgical service: Sling',
    ])
    expect(result.ok && result.value.outcome).toBe('partially-overturn')
  })

  it('leaves out a treatment that was authorized meanwhile', () => {
    const state = withTreatments(
      { ...aDecidedCase(), terminatedTreatments: [{ treatmentId: 't2', reason: 'authorized' }] },
      aTreatment(),
      aTreatment({ id: 't2', treatment: 'Brace' }),
    )
    const result = composeDetermination({ state })
    expect(result.ok && result.value.issues).toHaveLength(1)
  })

  it('refuses everything that is missing at once, and a decision on what is not in dispute', () => {
    const state = withTreatments(
      aDecidedCase({ caseSummary: ' ', attestation: null, listedDocuments: [] }),
      aTreatment({ id: 't9', treatment: 'Brace' }),
    )
    const result = composeDetermination({ state })
    expect(result.ok ? [] : result.refusals.map(({ code, where }) => [code, where])).toEqual([
      ['determination-incomplete', 'attestation'],
      ['determination-incomplete', 'caseSummary'],
      ['determination-incomplete', 'listedDocuments'],
      ['treatment-undecided', 't9'],
      ['treatment-not-in-dispute', 't1'],
    ])
  })
})

describe('issuing a determination', () => {
  const credentials = aDecidedCase().attestation?.credentials
  if (!credentials) throw new Error('no credentials')
  const event: RecordedEvent = {
    caseId: 'c1',
    version: 9,
    at: instant('2026-12-01T10:00:00Z'),
    by: { kind: 'system', name: 'test' },
    event: {
      type: 'ReviewerAttested',
      reviewerId: 'r-17',
      credentials,
      statements: ['no tie'],
      attestedAt: instant('2026-12-01T10:00:00Z'),
    },
    previousHash: '',
    hash: '',
  }
  const recalled = recallAttestation('c1', [event])
  if (!recalled.ok) throw new Error('not attested')
  const attested = recalled.value
  const issuedOn = day('2026-12-18')

  it('takes nothing but an attested reviewer', () => {
    const { reviewerId, caseId, statements } = attested
    const lookalike = { reviewerId, caseId, credentials, statements }
    // @ts-expect-error: the brand is missing; this must not compile
    issueDetermination(lookalike, { caseId: 'c1', state: aDecidedCase(), issuedOn })
  })

  it('gives the determination with its artifact, the same bytes each time', () => {
    const request = { caseId: 'c1', state: aDecidedCase(), issuedOn }
    const result = issueDetermination(attested, request)
    expect(result).toMatchObject({
      ok: true,
      value: { outcome: 'uphold', issuedOn, artifact: { reference: { kind: 'determination' } } },
    })
    expect(issueDetermination(attested, request)).toEqual(result)
  })

  it('refuses a reviewer who attested for another case', () => {
    expect(
      issueDetermination(attested, { caseId: 'c2', state: aDecidedCase(), issuedOn }),
    ).toMatchObject({ ok: false, refusals: [{ code: 'attested-for-another-case' }] })
  })

  it('refuses with a blocking finding, until the quality reader overrides it with a reason', () => {
    const base = aDecidedCase()
    const issues = base.issues.map((issue) => ({
      ...issue,
      reviewOrganizationGuideline: cites('Decision based on MTUS Knee Complaints 2004.'),
    }))
    const issue = (reason: string) =>
      issueDetermination(attested, {
        caseId: 'c1',
        state: { ...base, issues },
        issuedOn,
        overrides: [{ finding: 'wrong-region-citation@1', reason }],
      })
    expect(issue('')).toMatchObject({
      refusals: [{ code: 'determination-has-blocking-finding', where: 'wrong-region-citation@1' }],
    })
    expect(issue('the chapter is cited as a comparison').ok).toBe(true)
  })
})
