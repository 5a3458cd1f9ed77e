import { describe, expect, it } from 'vitest'
import { hoursPerWeek } from './hours-available.ts'
import { readRequestForAuthorization } from './read-request-for-authorization.ts'
import {
  prefillUtilizationReview,
  readUtilizationReviewDecision,
  type UtilizationReviewReading,
} from './read-utilization-review.ts'
import { day } from './test-days.ts'

// Invented letters in three layouts, written for these tests.

const complete = [
  `Quillback Utilization Review (invented)
For Saltbush Claims (invented), P.O. Box 9, Fresno, CA 93701
NOTICE OF UTILIZATION REVIEW DECISION
Decision date: March 9, 2026
Date RFA received: March 3, 2026
Injured worker: Rosalind Testcase
Claim no.: SYN-77
Date of injury: 06/01/2025
Employer: Pretend Bakery (invented)
Requesting physician: Hal Sample, MD
Outcome: Modified
1. Requested service: Physical therapy, 12 visits, left knee
Determination: Modified
Authorized: 6 visits of physical therapy
Criteria: MTUS Knee Disorders, physical methods
Clinical rationale: Six visits were given. A home program is
not documented.
2. Requested service: MRI of the left knee
Determination: Non-certified
Criteria: None
Clinical rationale: No red flag is recorded.
Medical records reviewed
1. Request for authorization, 03/02/2026
2. Progress report, 02/27/2026`,
  `Physician reviewer
Ada Invented, DO, board certified in Occupational Medicine, Nevada license DO-1234, telephone
702-555-0101, can be reached Monday, Wednesday and Friday, 8:00 a.m. to 11:00 a.m. Pacific time.
Dispute resolution
You may ask for an Independent Medical Review within 30 calendar days of service of this decision.
The enclosed application form, filled in except for your signature, and an addressed envelope are for that.
The internal appeal is voluntary and does not extend that time.
An Information and Assistance officer of the Division of Workers' Compensation helps free of charge.
Proof of service
This decision was faxed to the physician and mailed to the injured worker on March 10, 2026.`,
]

const resultOf = (reading: UtilizationReviewReading, item: string): string =>
  reading.checklist.find((check) => check.item === item)?.result ?? 'no such item'

describe('a utilization review decision', () => {
  const reading = readUtilizationReviewDecision(complete)

  it('gives its fields with the page on which each stands', () => {
    const { fields } = reading
    expect(fields.decidedOn).toMatchObject({ value: '2026-03-09', page: 1 })
    expect(fields.requestReceivedOn).toMatchObject({ value: '2026-03-03', page: 1 })
    expect(fields.servedOn).toMatchObject({ value: '2026-03-10', page: 2 })
    expect(fields.claimNumber?.value).toBe('SYN-77')
    expect(fields.outcome?.value).toBe('modified')
    expect(fields.claimsAdministrator?.value).toBe('Saltbush Claims (invented)')
    expect(fields.reviewerName?.value).toBe('Ada Invented, DO')
    expect(fields.reviewerSpecialty?.value).toBe('Occupational Medicine')
    expect(fields.reviewerLicense?.value).toBe('Nevada license DO-1234')
    expect(fields.reviewerPhone?.value).toBe('702-555-0101')
  })

  it('points at the very words of the page', () => {
    const { claimNumber, decidedOn } = reading.fields
    expect(complete[0]?.slice(claimNumber?.start, claimNumber?.end)).toBe('SYN-77')
    expect(complete[0]?.slice(decidedOn?.start, decidedOn?.end)).toBe('March 9, 2026')
  })

  it('gives each request with outcome, approved part, guideline and reasons', () => {
    expect(
      reading.requests.map(({ treatment, outcome, approved, guideline, reasons }) => [
        treatment.value,
        outcome?.value,
        approved?.value,
        guideline?.value,
        reasons?.value,
      ]),
    ).toEqual([
      [
        'Physical therapy, 12 visits, left knee',
        'modified',
        '6 visits of physical therapy',
        'MTUS Knee Disorders, physical methods',
        'Six visits were given. A home program is not documented.',
      ],
      ['MRI of the left knee', 'denied', undefined, undefined, 'No red flag is recorded.'],
    ])
    expect(reading.recordsReviewed.map(({ value }) => value)).toEqual([
      '1. Request for authorization, 03/02/2026',
      '2. Progress report, 02/27/2026',
    ])
  })

  it('is compared item by item with what it must contain', () => {
    expect(
      reading.checklist
        .filter(({ result }) => result !== 'present')
        .map(({ item, result }) => [item, result]),
    ).toEqual([
      ['guideline', 'doubtful'],
      ['missing-information', 'not-needed'],
    ])
    for (const check of reading.checklist) {
      expect(check.authority, check.item).toMatch(/9792\.9\.1/)
      expect(check.verified).toBe(false)
    }
  })

  it('fills in the application, and says what a person must add', () => {
    const { known, missing } = prefillUtilizationReview(reading)
    expect(known).toMatchObject({
      organization: 'Quillback Utilization Review (invented)',
      decidedOn: '2026-03-09',
      outcome: 'modified',
      formServed: true,
      conditional: false,
    })
    expect(missing).toEqual(['served'])
  })

  it('that only says no lacks nearly everything', () => {
    const empty = readUtilizationReviewDecision(['We regret to say no.'])
    expect(
      empty.checklist.filter(({ result }) => result === 'missing').map(({ item }) => item),
    ).toHaveLength(16)
    expect(prefillUtilizationReview(empty).missing).toContain('decidedOn')
    expect(readUtilizationReviewDecision([]).requests).toEqual([])
  })

  it('without information names what is missing, when it was asked for and when it goes on', () => {
    const page = (more: string): UtilizationReviewReading =>
      readUtilizationReviewDecision([
        `Decision date: 03/09/2026
Request: Home health care
Decision: Denied
Reasons: Information was requested on 03/04/2026 and was not received: the discharge report.
${more}`,
      ])
    const whole = page('We will reconsider the request upon receipt of the information.')
    expect(prefillUtilizationReview(whole).known.conditional).toBe(true)
    expect(resultOf(whole, 'missing-information')).toBe('present')
    expect(resultOf(page(''), 'missing-information')).toBe('doubtful')
  })

  it('in a formulary dispute must give ten days, not thirty', () => {
    const page = (days: string): UtilizationReviewReading =>
      readUtilizationReviewDecision([
        `The drug is non-exempt under the MTUS formulary and this formulary dispute follows its rules.
The drug formulary applies: unlisted. Ask within ${days} days of service for the review.`,
      ])
    expect(resultOf(page('10'), 'time-to-file')).toBe('present')
    expect(resultOf(page('30'), 'time-to-file')).toBe('doubtful')
  })

  it('decided before the request came is doubtful', () => {
    const reversed = readUtilizationReviewDecision([
      'Decision date: 03/09/2026\nRequest received: 03/11/2026',
    ])
    expect(resultOf(reversed, 'decision-date')).toBe('doubtful')
  })

  it('with a day that does not exist has no such day', () => {
    expect(readUtilizationReviewDecision(['Decision date: 02/30/2026']).fields.decidedOn).toBeNull()
  })
})

describe('the hours of the reviewing physician', () => {
  const limits = { from: '09:00', to: '17:30' }

  it('count within the business day', () => {
    expect(hoursPerWeek('Monday to Thursday, 9:00 a.m. to 1:00 p.m.', limits)).toBe(16)
    expect(hoursPerWeek('Monday, Wednesday and Friday, 8 am to 11 am', limits)).toBe(6)
    expect(hoursPerWeek('Tuesday 4:30 p.m. - 7:00 p.m.', limits)).toBe(1)
    expect(hoursPerWeek('Friday through Monday, 12:00 p.m. to 1:00 p.m.', limits)).toBe(4)
  })

  it('are not guessed', () => {
    expect(hoursPerWeek('by appointment', limits)).toBeNull()
    expect(hoursPerWeek('Monday 5 pm to 3 pm', limits)).toBeNull()
  })
})

describe('a request for authorization', () => {
  const form = [
    `REQUEST FOR AUTHORIZATION
State of California. DWC Form RFA.
Kind of request: [ ] New request [x] Resubmission [X] Expedited review
Employee: Rosalind Testcase
Date of birth: 01/02/1980
Date of injury: 06/01/2025
Claim number: SYN-77
Employer: Pretend Bakery (invented)
Requesting physician
Name: Hal Sample, MD
Practice: Sample Knees (invented)
Specialty: Orthopedic Surgery
NPI: 0000000099
Address: 4 Invented Court, Fresno, CA 93701
Phone: (559) 555-0102
Fax: (559) 555-0103
Claims administrator
Company: Saltbush Claims (invented)
Contact: Otto Nobody
Requested treatment
Diagnosis ICD-10 Service or good requested CPT Quantity
Derangement of the left knee M23.92 MRI of the left knee 73721 1
Sprain of the left knee, later S83.92XD Physical therapy 97110 2 x 6 = 12 visits
encounter
Physician signature: Signed: Hal Sample, MD
Date: 03/02/2026`,
  ]
  const about = { submittedOn: day('2026-04-15'), documentedOn: day('2026-03-10') }

  it('gives its fields by section', () => {
    const reading = readRequestForAuthorization(form, about)
    expect(reading.kinds).toEqual(['resubmission', 'expedited'])
    expect(reading.fields['physicianName']?.value).toBe('Hal Sample, MD')
    expect(reading.fields['physicianFax']?.value).toBe('(559) 555-0103')
    expect(reading.fields['administratorCompany']?.value).toBe('Saltbush Claims (invented)')
    expect(reading.signedOn?.value).toBe('2026-03-02')
  })

  it('gives each line of the table', () => {
    expect(readRequestForAuthorization(form, about).treatments).toEqual([
      {
        diagnosis: 'Derangement of the left knee',
        icd10: 'M23.92',
        treatment: 'MRI of the left knee',
        procedureCode: '73721',
        other: '1',
        page: 1,
      },
      {
        diagnosis: 'Sprain of the left knee, later encounter',
        icd10: 'S83.92XD',
        treatment: 'Physical therapy',
        procedureCode: '97110',
        other: '2 x 6 = 12 visits',
        page: 1,
      },
    ])
  })

  it('since April 2026 needs documentation of the last thirty days', () => {
    const check = (submittedOn: string): string | undefined =>
      readRequestForAuthorization(form, { ...about, submittedOn: day(submittedOn) }).checklist.find(
        ({ item }) => item === 'documentation-age',
      )?.result
    expect(check('2026-03-20')).toBe('not-needed')
    expect(check('2026-04-09')).toBe('present')
    expect(check('2026-04-10')).toBe('doubtful')
  })

  it('unsigned and without treatments says so', () => {
    const reading = readRequestForAuthorization(
      ['REQUEST FOR AUTHORIZATION\nPhysician signature:\nDate:'],
      about,
    )
    const lacking = reading.checklist.filter(({ result }) => result === 'missing')
    expect(lacking.map(({ item }) => item)).toEqual(
      expect.arrayContaining(['employeeName', 'kind', 'treatments', 'signature']),
    )
  })
})
