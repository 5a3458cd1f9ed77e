import type { Determination, Issue } from '#determination'
import { type PlainDate, parsePlainDate } from '#foundation'
import type { Application } from '#intake'

export function day(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === null) throw new TypeError(`no such day: ${text}`)
  return date
}

const address = { street: '9 Elm Road', city: 'Visalia', state: 'CA', zip: '93291' }

export function buildApplication(change: Partial<Application> = {}): Application {
  return {
    program: 'CA-WC',
    receivedOn: day('2026-09-28'),
    priority: 'standard',
    expeditedCertified: false,
    employee: {
      name: { first: 'Robert', middle: 'Anselm', last: 'Quillfeather' },
      dateOfBirth: day('1980-02-03'),
      address: { street: '1180 Alder Court', city: 'Fresno', state: 'CA', zip: '93704' },
      phone: '(555) 010-4417',
    },
    employer: { name: 'Valle Verde Packing Company' },
    claimsAdministrator: {
      company: 'Harborline Claims Services, Inc.',
      contact: 'Dolores Okafor',
      address,
    },
    requestingPhysician: {
      name: { first: 'Tamara', last: 'Ilyina-Moss' },
      practice: 'Kingsroad Orthopaedic Group',
      npi: '1093817465',
      address,
    },
    claimNumber: 'WC-2026-004417',
    eamsNumber: 'ADJ13371337',
    dateOfInjury: day('2026-06-11'),
    primaryDiagnosis: { description: 'Lumbar strain' },
    signature: null,
    utilizationReview: null,
    liabilityDispute: null,
    disputedTreatments: [
      {
        id: 't1',
        treatment: 'MRI of the lumbar spine',
        bodyRegions: ['lumbar spine'],
        retrospective: false,
        claimsAdministratorGuideline: 'MTUS',
      },
    ],
    ...change,
  }
}

export function buildIssue(change: Partial<Issue> = {}): Issue {
  const guideline = {
    text: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
    cited: true,
    citations: [
      {
        source: 'MTUS' as const,
        title: 'Low Back Complaints',
        edition: '2004',
        sections: ['Special Studies'],
        pages: ['303-305'],
      },
    ],
  }
  return {
    treatment: 'MRI of the lumbar spine',
    decision: 'upheld',
    category: 'Diagnostic Testing',
    subcategory: 'Imaging/Radiology',
    bodyRegions: ['lumbar spine'],
    claimsAdministratorGuideline: guideline,
    reviewOrganizationGuideline: guideline,
    rationale:
      'The MTUS recommends imaging where a red flag is documented. Phalen and Tinel tests were ' +
      'negative on 08-27-2026. The request is not medically necessary.',
    ...change,
  }
}

export function buildDetermination(change: Partial<Determination> = {}): Determination {
  return {
    caseNumber: 'CM26-0000117',
    priority: 'standard',
    dateAssigned: day('2026-10-05'),
    dateOfInjury: day('2026-06-11'),
    decisionDate: day('2026-11-03'),
    urDenialDate: day('2026-09-14'),
    applicationReceived: day('2026-09-28'),
    reviewer: { licensure: ['California', 'Texas'], specialties: ['Orthopedic Surgery'] },
    caseSummary:
      'The injured worker is a 46-year-old male who sustained an industrial injury on 06-11-2026. ' +
      'He uses a walker, takes Norco and had an MRI of the lumbar spine on July 20, 2026.',
    issues: [buildIssue()],
    outcome: 'uphold',
    ...change,
  }
}
