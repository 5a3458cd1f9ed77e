import { describe, expect, it } from 'vitest'
import { matchReviewers } from './match.ts'
import type { Reviewer } from './reviewer.ts'
import { fitSpecialty, serviceOf } from './specialty-fit.ts'
import { anApplication, aReviewer, aTreatment, day } from './test-builders.ts'

const on = day('2026-11-21')

function match(
  reviewers: readonly Reviewer[],
  changes: Partial<Parameters<typeof matchReviewers>[0]> = {},
) {
  return matchReviewers({
    application: anApplication(),
    treatments: [aTreatment()],
    reviewers,
    on,
    priority: 'standard',
    blockedReviewerIds: [],
    seed: 'case-1',
    ...changes,
  })
}

const certified = (specialty: string): Partial<Reviewer> => ({
  certifications: [{ board: 'a board', specialty, currentUntil: null }],
})

describe('matching a reviewer', () => {
  it('lets a person judge a specialty similar, with a reason, and sets aside nothing else', () => {
    const psychiatrist = aReviewer(certified('Psychiatry'))
    const judgedSimilar = { reviewerId: psychiatrist.reviewerId, because: 'treats spine pain' }
    const [first] = match([psychiatrist], { judgedSimilar }).ranked
    expect(
      first?.filters.find(({ filter }) => filter === 'same-or-similar-specialty')?.because,
    ).toContain('treats spine pain')
    expect(
      match([psychiatrist], { judgedSimilar: { ...judgedSimilar, because: ' ' } }).ranked,
    ).toEqual([])
    expect(
      match([aReviewer({ ...certified('Psychiatry'), disciplined: true })], { judgedSimilar })
        .ranked,
    ).toEqual([])
  })

  it('ranks a reviewer who passes every filter, with a score that its reasons add up to', () => {
    const [first] = match([aReviewer()]).ranked
    const points = first?.reasons.map((reason) => Number(/^\+([\d.]+)/.exec(reason)?.[1]))
    expect(first?.filters.every(({ passed }) => passed)).toBe(true)
    expect(first?.score).toBeCloseTo(points?.reduce((sum, part) => sum + part, 0) ?? 0)
    expect(first?.score).toBe(60 + 15 + 10)
  })

  it.each<[string, Partial<Reviewer>]>([
    [
      'licence',
      {
        licences: [
          { state: 'Texas', number: '1', expiresOn: day('2026-11-20'), restricted: false },
        ],
      },
    ],
    [
      'discipline',
      {
        licences: [{ state: 'Texas', number: '1', expiresOn: day('2029-01-01'), restricted: true }],
      },
    ],
    [
      'certification',
      {
        certifications: [
          { board: 'b', specialty: 'Pain Medicine', currentUntil: day('2026-01-01') },
        ],
      },
    ],
    ['discipline', { disciplined: true }],
    ['practice-years', { practisingSince: day('2021-11-21') }],
    ['practice-hours', { practiceHoursPerWeek: 23.5 }],
    ['not-evaluator', { qualifiedMedicalEvaluator: true }],
    ['same-or-similar-specialty', certified('Psychiatry')],
    [
      'conflicts',
      {
        disclosures: [
          { kind: 'professional', party: 'Juniper Orchard Supply', nature: 'company physician' },
        ],
      },
    ],
    ['capacity', { openCases: 8 }],
  ])('excludes by the filter "%s" and says why', (filter, changes) => {
    const result = match([aReviewer(changes)])
    expect(result.ranked).toEqual([])
    expect(
      result.excluded[0]?.filters.filter(({ passed }) => !passed).map((failed) => failed.filter),
    ).toContain(filter)
    expect(result.excluded[0]?.reasons[0]).not.toBe('')
  })

  it('counts five years as passed on the day after the anniversary', () => {
    expect(match([aReviewer({ practisingSince: day('2021-11-20') })]).ranked).toHaveLength(1)
  })

  it('keeps the reviewer of a remanded determination away from the case', () => {
    expect(match([aReviewer()], { blockedReviewerIds: ['r-17'] }).excluded[0]?.reasons[0]).toMatch(
      /before/,
    )
  })

  it('gives expedited reviews only to those who take them', () => {
    const slow = aReviewer({ acceptsExpedited: false })
    expect(match([slow], { priority: 'expedited' }).ranked).toEqual([])
    expect(match([slow]).ranked).toHaveLength(1)
  })

  it('orders equal scores by the seed: the same each time, another way for another seed', () => {
    const twins = Array.from({ length: 12 }, (_, index) => aReviewer({ reviewerId: `r-${index}` }))
    const order = (seed: string) =>
      match(twins, { seed }).ranked.map(({ reviewerId }) => reviewerId)
    expect(order('one')).toEqual(order('one'))
    expect(order('one')).toEqual(
      match(twins.toReversed(), { seed: 'one' }).ranked.map(({ reviewerId }) => reviewerId),
    )
    expect(order('one')).not.toEqual(order('two'))
  })

  it('says no name in its reasons', () => {
    expect(JSON.stringify(match([aReviewer(), aReviewer({ disciplined: true })]))).not.toContain(
      'Quillfeather',
    )
  })
})

describe('same or similar specialty', () => {
  // The specialties that decided the five published spine disputes of the seeds.
  it.each([
    ['Family Medicine', 'MRI of Lumbar Spine', 'lumbar spine'],
    ['Physical Medicine & Rehabilitation, Pain Management', 'MRI Thoracic Spine', 'thoracic spine'],
    ['Physical Medicine and Rehabilitation', 'PT 2X4 FOR THE L/S', 'lumbar spine'],
    ['Preventive Medicine, Occupational Medicine', 'X-ray L-spine', 'lumbar spine'],
    ['Family Practice', 'MRI Sacrum & Coccyx', 'lumbar spine'],
  ] as const)(
    'lets %s decide %s, as published determinations show',
    (specialty, treatment, region) => {
      const disputed = { id: 't1', treatment, bodyRegions: [region], retrospective: false } as const
      const fit = fitSpecialty(
        aReviewer(certified(specialty)),
        { ...disputed, claimsAdministratorGuideline: '' },
        on,
      )
      expect(fit.weight).toBeGreaterThanOrEqual(0.5)
    },
  )

  it('does not let a family doctor decide a spinal fusion', () => {
    const fusion = aTreatment({
      treatment: 'L4-5 lumbar fusion',
      category: 'Surgery',
      subcategory: 'Spine',
    })
    expect(fitSpecialty(aReviewer(certified('Family Practice')), fusion, on).weight).toBe(0)
    expect(fitSpecialty(aReviewer(certified('Neurosurgery')), fusion, on).weight).toBe(1)
  })

  it('takes the weakest of several regions: a hand surgeon does not decide a lumbar spine', () => {
    const both = aTreatment({ bodyRegions: ['hand', 'lumbar spine'] })
    expect(fitSpecialty(aReviewer(certified('Hand Surgery')), both, on).weight).toBe(0)
  })

  it.each([
    ['EMG/NCS of the bilateral upper extremities', 'electrodiagnostics'],
    ['Norco 5/325mg oral tablet #40', 'opioids'],
    ['Orphenadrine Citrate ER 100mg tabs #30', 'medication'],
    ['PT 2X4 FOR THE L/S', 'physical-therapy'],
    ['Left shoulder arthroscopy with Bankart repair', 'surgery'],
    ['Right L5-S1 epidural steroid injection', 'injection'],
    ['Acupuncture 3 times a week for 2 weeks', 'acupuncture'],
    ['Hearing aids for tinnitus', 'hearing'],
    ['Large gloves', 'equipment'],
    ['something else entirely', 'other'],
  ])('knows "%s" without a category as %s', (treatment, service) => {
    expect(
      serviceOf({
        id: 't1',
        treatment,
        bodyRegions: [],
        retrospective: false,
        claimsAdministratorGuideline: '',
      }),
    ).toBe(service)
  })
})
