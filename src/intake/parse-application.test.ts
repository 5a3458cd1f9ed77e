import { describe, expect, it } from 'vitest'
import type { Application } from './application.ts'
import { parseApplication } from './parse-application.ts'

// Invented names and numbers throughout.
const form = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  program: 'CA-WC',
  receivedOn: '2026-11-12',
  priority: 'standard',
  employee: {
    name: { first: 'Imogen', last: 'Madeup' },
    dateOfBirth: '1979-02-14',
    address: { street: '1 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' },
  },
  employer: { name: 'Fictional Freight (invented)' },
  claimsAdministrator: {
    company: 'Sample Claims Services (invented)',
    contact: 'Otto Nobody',
    address: { street: 'P.O. Box 1', city: 'Sacramento', state: 'CA', zip: '95813' },
  },
  requestingPhysician: {
    name: { first: 'Petra', last: 'Pretend' },
    address: { street: '2 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' },
  },
  claimNumber: 'SYN-0001',
  dateOfInjury: '2026-03-02',
  primaryDiagnosis: { description: 'Knee derangement' },
  signature: { by: 'employee', name: 'Imogen Madeup', signedOn: '2026-11-09' },
  utilizationReview: {
    organization: 'Example Utilization Review (invented)',
    requestReceivedOn: '2026-10-20',
    decidedOn: '2026-10-26',
    servedOn: '2026-10-26',
    served: { method: 'mail', place: 'CA' },
    outcome: 'denied',
    conditional: false,
    formServed: true,
    formularyDispute: false,
    reasons: '',
  },
  disputedTreatments: [treatment('Arthroscopy of the left knee'), treatment('Knee brace')],
  ...changes,
})

function treatment(
  name: string,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { treatment: name, bodyRegions: ['knee'], claimsAdministratorGuideline: '', ...changes }
}

const read = (input: unknown): Application => {
  const result = parseApplication(input)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}
const refusals = (input: unknown): readonly string[] => {
  const result = parseApplication(input)
  return result.ok ? [] : result.refusals.map((one) => `${one.code} ${one.where ?? ''}`)
}

describe('parseApplication', () => {
  it('numbers the treatments in their order', () => {
    expect(read(form()).disputedTreatments.map(({ id }) => id)).toEqual(['t1', 't2'])
  })

  it('takes what the form leaves open as not so', () => {
    expect(read(form())).toMatchObject({ expeditedCertified: false, liabilityDispute: null })
  })

  it('takes in an unsigned application, and one without the decision: eligibility says what follows', () => {
    const application = read(form({ signature: null, utilizationReview: undefined }))
    expect(application).toMatchObject({ signature: null, utilizationReview: null })
  })

  it('refuses unknown fields by name, wherever they stand', () => {
    expect(
      refusals(
        form({
          colour: 'red',
          employer: { name: 'Fictional Freight (invented)', size: 3 },
          disputedTreatments: [treatment('Knee brace', { urgency: 'high' })],
        }),
      ),
    ).toEqual([
      'unknown-field application.employer.size',
      'unknown-field application.disputedTreatments[0].urgency',
      'unknown-field application.colour',
    ])
  })

  it('refuses days that do not exist, by path', () => {
    expect(refusals(form({ receivedOn: '2026-02-30', dateOfInjury: '03/02/2026' }))).toEqual([
      'date-does-not-exist application.receivedOn',
      'date-does-not-exist application.dateOfInjury',
    ])
  })

  it('refuses what is missing or empty', () => {
    expect(
      refusals(form({ claimNumber: undefined, employer: { name: ' ' }, disputedTreatments: [] })),
    ).toEqual([
      'field-missing application.employer.name',
      'field-missing application.claimNumber',
      'field-missing application.disputedTreatments',
    ])
  })

  it('refuses values of the wrong kind, and says which are known', () => {
    const result = parseApplication(form({ priority: 'urgent', claimNumber: 7 }))
    if (result.ok) throw new Error('taken')
    expect(result.refusals.map(({ because }) => because)).toEqual([
      '"urgent" is not one of: standard, expedited',
      'application.claimNumber must be a string',
    ])
    expect(refusals('an application')).toEqual(['application-not-readable application'])
    expect(refusals(null)).toEqual(['application-not-readable application'])
  })

  it('refuses dates that contradict each other', () => {
    const review = form()['utilizationReview'] as Record<string, unknown>
    expect(refusals(form({ utilizationReview: { ...review, servedOn: '2026-10-25' } }))).toEqual([
      'dates-contradict application.utilizationReview.servedOn',
    ])
    expect(refusals(form({ dateOfInjury: '2026-12-01' }))).toEqual([
      'dates-contradict application.dateOfInjury',
      'dates-contradict application.utilizationReview.decidedOn',
    ])
  })

  it('lets a service go with another treatment, by its number or by the sender’s own id', () => {
    const withIds = read(
      form({
        disputedTreatments: [
          treatment('Arthroscopy', { id: 'surgery' }),
          treatment('Knee brace', { associatedWith: 'surgery' }),
          treatment('Crutches', { associatedWith: 't1' }),
        ],
      }),
    )
    expect(
      withIds.disputedTreatments.map(({ id, associatedWith }) => [id, associatedWith]),
    ).toEqual([
      ['t1', undefined],
      ['t2', 't1'],
      ['t3', 't1'],
    ])
  })

  it('refuses services that go with nothing or in a circle, and treatments listed twice', () => {
    expect(
      refusals(form({ disputedTreatments: [treatment('Knee brace', { associatedWith: 't4' })] })),
    ).toEqual(['associated-treatment-unknown application.disputedTreatments[0].associatedWith'])
    expect(
      refusals(
        form({
          disputedTreatments: [
            treatment('Arthroscopy', { associatedWith: 't2' }),
            treatment('Knee brace', { associatedWith: 't1' }),
          ],
        }),
      ),
    ).toEqual([
      'associated-treatment-circular application.disputedTreatments[0].associatedWith',
      'associated-treatment-circular application.disputedTreatments[1].associatedWith',
    ])
    expect(
      refusals(form({ disputedTreatments: [treatment('Knee brace'), treatment('knee  BRACE.')] })),
    ).toEqual(['treatment-twice application.disputedTreatments[1].treatment'])
    expect(
      refusals(
        form({
          disputedTreatments: [
            treatment('Knee brace', { side: 'left' }),
            treatment('Knee brace', { side: 'right' }),
          ],
        }),
      ),
    ).toEqual([])
  })

  it('gives back what it read when it reads it again', () => {
    const once = read(form())
    expect(read(JSON.parse(JSON.stringify(once)))).toEqual(once)
  })
})
