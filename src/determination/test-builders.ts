import { type CaseState, initialState } from '#case'
import { type Instant, type PlainDate, parseInstant, parsePlainDate } from '#foundation'
import type { Guideline } from '#guidelines'
import type { Application, DisputedTreatment } from '#intake'
import type { Determination, Issue } from './determination.ts'

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

export function cites(text: string): Guideline {
  return { text, cited: !text.includes('did not cite'), citations: [] }
}

/** An issue without any defect. */
export function anIssue(changes: Partial<Issue> = {}): Issue {
  return {
    treatment: 'MRI of the lumbar spine',
    decision: 'upheld',
    claimsAdministratorGuideline: cites('Decision based on MTUS Low Back Complaints 2004.'),
    reviewOrganizationGuideline: cites(
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
    ),
    rationale:
      'The guideline asks for red flags or a failed trial of care before a lumbar spine MRI is ' +
      'taken again. The worker had a normal study in June, and no red flag is documented. ' +
      'The request for an MRI of the lumbar spine is not medically necessary.',
    ...changes,
  }
}

/** A determination without any defect. */
export function aDetermination(
  issue: Partial<Issue> = {},
  changes: Partial<Determination> = {},
): Determination {
  return {
    caseNumber: 'CM26-0000001',
    priority: 'standard',
    dateAssigned: day('2026-11-23'),
    dateOfInjury: day('2026-05-04'),
    decisionDate: day('2026-12-18'),
    urDenialDate: day('2026-10-20'),
    applicationReceived: day('2026-11-10'),
    reviewer: { licensure: ['California'], specialties: ['Family Medicine'] },
    caseSummary:
      'The injured worker is a 46 year old female who sustained an industrial injury on ' +
      '05/04/2026. She has low back pain. Treatment has included rest. The utilization review ' +
      'dated 10/20/2026 denied the MRI of the lumbar spine.',
    issues: [anIssue(issue)],
    outcome: 'uphold',
    ...changes,
  }
}

export function aTreatment(changes: Partial<DisputedTreatment> = {}): DisputedTreatment {
  return {
    id: 't1',
    treatment: 'MRI of the lumbar spine',
    bodyRegions: ['lumbar spine'],
    retrospective: false,
    claimsAdministratorGuideline: 'Decision based on MTUS Low Back Complaints 2004.',
    ...changes,
  }
}

const address = { street: '1 Invented Way', city: 'Fresno', state: 'CA', zip: '93701' }

const application: Application = {
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
  claimsAdministrator: { company: 'Harbor Bridge Claims', contact: 'Tom Adjuster', address },
  requestingPhysician: { name: { first: 'Ivan', last: 'Bonesmith' }, address },
  claimNumber: 'WC-1',
  dateOfInjury: day('2026-05-04'),
  primaryDiagnosis: { description: 'lumbar sprain' },
  signature: { by: 'employee', name: 'Rosa Inventado', signedOn: day('2026-11-08') },
  utilizationReview: {
    organization: 'Clearwater Utilization Review',
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
}

/** A case whose reviewer has attested and decided its one treatment. */
export function aDecidedCase(changes: Partial<CaseState> = {}): CaseState {
  const issue = anIssue()
  return {
    ...initialState,
    status: 'quality-passed',
    caseNumber: 'CM26-0000001',
    application,
    assignedOn: day('2026-11-23'),
    listedDocuments: [
      {
        documentId: 'd1',
        title: 'Progress report',
        kind: 'progress-report',
        pages: { first: 1, last: 3 },
      },
    ],
    reviewerId: 'r-17',
    attestation: {
      reviewerId: 'r-17',
      credentials: {
        licensure: ['California'],
        specialties: ['Family Medicine'],
        yearsInPractice: 12,
        hoursPerWeek: 30,
      },
    },
    caseSummary: aDetermination().caseSummary,
    issues: [
      {
        treatmentId: 't1',
        decision: issue.decision,
        claimsAdministratorGuideline: issue.claimsAdministratorGuideline,
        reviewOrganizationGuideline: issue.reviewOrganizationGuideline,
        rationale: issue.rationale,
        sources: [],
        decidedAt: instant('2026-12-17T10:00:00Z'),
      },
    ],
    ...changes,
  }
}

/** The same with other treatments in dispute. */
export function withTreatments(
  state: CaseState,
  first: DisputedTreatment,
  ...rest: readonly DisputedTreatment[]
): CaseState {
  return { ...state, application: { ...application, disputedTreatments: [first, ...rest] } }
}
