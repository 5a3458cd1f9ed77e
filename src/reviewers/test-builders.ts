import { type Instant, type PlainDate, parseInstant, parsePlainDate } from '#foundation'
import type { Application, DisputedTreatment } from '#intake'
import type { Reviewer } from './reviewer.ts'

/** Builders for this room's tests: everything invented. */
export function day(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (!date) throw new TypeError(`${text} is not a day`)
  return date
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text)
  if (!parsed) throw new TypeError(`${text} is not an instant`)
  return parsed
}

export function aReviewer(changes: Partial<Reviewer> = {}): Reviewer {
  return {
    reviewerId: 'r-17',
    name: { first: 'Nora', last: 'Quillfeather' },
    licences: [
      { state: 'California', number: 'G1', expiresOn: day('2027-12-31'), restricted: false },
    ],
    certifications: [
      {
        board: 'American Board of Physical Medicine and Rehabilitation',
        specialty: 'Physical Medicine and Rehabilitation',
        currentUntil: day('2030-01-01'),
      },
    ],
    practisingSince: day('2005-07-01'),
    practiceHoursPerWeek: 32,
    qualifiedMedicalEvaluator: false,
    disciplined: false,
    openCases: 2,
    capacity: 8,
    acceptsExpedited: true,
    disclosures: [],
    ...changes,
  }
}

export function aTreatment(changes: Partial<DisputedTreatment> = {}): DisputedTreatment {
  return {
    id: 't1',
    treatment: 'MRI of the lumbar spine',
    category: 'Diagnostic Testing',
    subcategory: 'Imaging/Radiology',
    bodyRegions: ['lumbar spine'],
    retrospective: false,
    claimsAdministratorGuideline: 'Decision based on MTUS Low Back Complaints 2004.',
    ...changes,
  }
}

const address = { street: '1 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' }

export function anApplication(changes: Partial<Application> = {}): Application {
  return {
    program: 'CA-WC',
    receivedOn: day('2026-11-10'),
    priority: 'standard',
    expeditedCertified: false,
    employee: {
      name: { first: 'Rosa', last: 'Inventado' },
      dateOfBirth: day('1980-02-03'),
      address,
    },
    employer: { name: 'Juniper Orchard Supply, Inc.' },
    claimsAdministrator: {
      company: 'Harbor Bridge Claims Services LLC',
      contact: 'Tom Adjuster',
      address,
    },
    requestingPhysician: {
      name: { first: 'Ivan', last: 'Bonesmith' },
      practice: 'Valley Orthopedic Medical Group, Inc.',
      specialty: 'Orthopedic Surgery',
      npi: '1234567893',
      address,
    },
    representative: {
      name: { first: 'Ann', last: 'Counsel' },
      firm: 'Counsel & Wright, LLP',
      capacity: 'attorney',
      designatedOn: day('2026-11-01'),
      address,
    },
    claimNumber: 'WC-1',
    dateOfInjury: day('2025-05-05'),
    primaryDiagnosis: { description: 'lumbar radiculopathy', icd10: 'M54.16' },
    signature: { by: 'employee', name: 'Rosa Inventado', signedOn: day('2026-11-08') },
    utilizationReview: {
      organization: 'Clearwater Utilization Review Co.',
      reviewerName: 'Paul Reviewman, MD',
      requestReceivedOn: day('2026-10-15'),
      decidedOn: day('2026-10-20'),
      servedOn: day('2026-10-21'),
      served: { method: 'mail', place: 'CA' },
      outcome: 'denied',
      conditional: false,
      formServed: true,
      formularyDispute: false,
      reasons: 'no red flags',
    },
    liabilityDispute: null,
    disputedTreatments: [aTreatment()],
    ...changes,
  }
}
