import { describe, expect, it } from 'vitest'
import { draftApplication } from './draft-application.ts'
import { findNameParts } from './find-name-parts.ts'
import { readUtilizationReviewDecision } from './read-utilization-review.ts'

const letter = [
  `Example Utilization Review (invented)
For Sample Claims Services (invented), P.O. Box 1
Date of decision: 10/26/2026
Employee: Imogen Q. Madeup
Claim number: SYN-0001
Date of injury: 03/02/2026
Employer: Fictional Freight (invented)
Requesting physician: Petra Pretend, MD
Request received: 10/20/2026`,
  `Request 1: MRI of the lumbar spine
Decision: Non-certified
Guideline: MTUS Low Back Complaints 2004
Reasons: No red flags are documented.
Request 2: Office visit
Decision: Certified
Request 3: Physical therapy, 12 visits
Decision: Modified: 6 visits authorized
Reasons: Six visits are within the guideline.`,
]

describe('an application drafted from a utilization review letter', () => {
  const draft = draftApplication(readUtilizationReviewDecision(letter))
  const value = (path: string) => draft.fields.find((field) => field.path === path)

  it('takes each field with the page on which it stands', () => {
    expect(value('employee.name.first')).toEqual({
      path: 'employee.name.first',
      value: 'Imogen',
      page: 1,
    })
    expect(value('employee.name.last')?.value).toBe('Madeup')
    expect(value('claimNumber')).toMatchObject({ value: 'SYN-0001', page: 1 })
    expect(value('dateOfInjury')).toMatchObject({ value: '2026-03-02', page: 1 })
    expect(value('disputedTreatments.0.treatment')).toMatchObject({ page: 2 })
  })

  it('leaves out what was approved, and leaves the remainder of a modification to a person', () => {
    expect(draft.treatments).toBe(2)
    expect(value('disputedTreatments.1.treatment')?.value).toContain('Physical therapy')
    expect(value('disputedTreatments.1.partial.authorized')?.value).toContain('6 visits')
    expect(value('disputedTreatments.1.partial.remainder')).toBeUndefined()
  })

  it('guesses nothing: of an empty letter it takes nothing', () => {
    const nothing = draftApplication(readUtilizationReviewDecision(['']))
    expect(nothing).toEqual({ treatments: 1, fields: [] })
  })
})

describe('a name as letters print it', () => {
  it.each([
    ['Ana B. Example', { first: 'Ana', middle: 'B.', last: 'Example' }],
    ['Example, Ana B.', { first: 'Ana', middle: 'B.', last: 'Example' }],
    ['De la Cruz, María', { first: 'María', last: 'De la Cruz' }],
    ['Dr. Petra Pretend, MD', { first: 'Petra', last: 'Pretend' }],
    ['Petra Pretend, M.D.', { first: 'Petra', last: 'Pretend' }],
  ])('%s has its parts', (written, parts) => {
    expect(findNameParts(written)).toEqual(parts)
  })

  it('is none where it is one word', () => {
    expect(findNameParts('Unknown')).toBeNull()
  })
})
