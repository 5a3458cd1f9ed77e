import type { Determination, Issue } from '#determination'
import { type PlainDate, parsePlainDate } from '#foundation'
import type { Application } from '#intake'
import type { ServedLetterRequest } from './compose-served-letter.ts'

export function day(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === null) throw new TypeError(`no such day: ${text}`)
  return date
}

export function buildIssue(change: Partial<Issue> = {}): Issue {
  const guideline = { text: 'Decision based on MTUS.', cited: true, citations: [] }
  return {
    treatment: 'MRI of the lumbar spine',
    decision: 'upheld',
    claimsAdministratorGuideline: guideline,
    reviewOrganizationGuideline: guideline,
    rationale: 'The request is not medically necessary.',
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
    reviewer: { licensure: ['California'], specialties: ['Orthopedic Surgery'] },
    caseSummary: 'The injured worker is a 46-year-old male.',
    issues: [buildIssue()],
    outcome: 'uphold',
    ...change,
  }
}

export function buildApplication(change: Partial<Application> = {}): Application {
  const address = { street: '9 Elm Road', city: 'Visalia', state: 'CA', zip: '93291' }
  return {
    program: 'CA-WC',
    receivedOn: day('2026-09-28'),
    priority: 'standard',
    expeditedCertified: false,
    employee: {
      name: { first: 'Quentin', last: 'Vexley' },
      dateOfBirth: day('1980-02-03'),
      address,
    },
    employer: { name: 'Valle Verde Packing Company' },
    claimsAdministrator: { company: 'Harborline Claims Services', contact: 'D. Okafor', address },
    requestingPhysician: { name: { first: 'Tamara', last: 'Ilyina' }, address },
    claimNumber: 'WC-2026-004417',
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

export function buildServedLetterRequest(
  change: Partial<ServedLetterRequest> = {},
): ServedLetterRequest {
  return {
    determination: buildDetermination(),
    application: buildApplication(),
    documentsReviewed: [],
    recipients: [],
    servedOn: day('2026-11-04'),
    organization: {
      name: 'Juniper Independent Review',
      address: ['P.O. Box 10417', 'Sacramento, CA 95826'],
      phone: '(555) 010-0142',
      medicalDirector: 'Rosalind Achterberg, MD',
    },
    ...change,
  }
}
