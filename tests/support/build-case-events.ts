import type { Actor, CaseEvent } from '#case'
import type { Deadline } from '#deadlines'
import type { Instant, PlainDate } from '#foundation'
import type { Application } from '#intake'
import type { ArtifactKind, ArtifactReference } from '#integrity'

/** Invented people and numbers; every test says only what matters to it. */
function buildApplication(changes: Partial<Application> = {}): Application {
  const address = { street: '1 Test Way', city: 'Fresno', state: 'CA', zip: '93701' }
  return {
    program: 'CA-WC',
    receivedOn: day('2026-02-02'),
    priority: 'standard',
    expeditedCertified: false,
    employee: {
      name: { first: 'Ana', last: 'Example' },
      dateOfBirth: day('1980-05-01'),
      address,
    },
    employer: { name: 'Sample Orchards' },
    claimsAdministrator: { company: 'Invented Mutual', contact: 'C. Adjuster', address },
    requestingPhysician: { name: { first: 'Paul', last: 'Specimen' }, address },
    claimNumber: 'WC-0001',
    dateOfInjury: day('2025-03-04'),
    primaryDiagnosis: { description: 'low back pain' },
    signature: { by: 'employee', name: 'Ana Example', signedOn: day('2026-01-30') },
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
    ...changes,
  }
}

/** The first event of a case. */
export function received(caseNumber: string, changes: Partial<Application> = {}): CaseEvent {
  return {
    type: 'ApplicationReceived',
    caseNumber,
    application: buildApplication(changes),
    source: {
      sha256: '0'.repeat(64),
      bytes: 1,
      mediaType: 'application/json',
      kind: 'application',
    },
  }
}

/** A clock that ends on a day, or at an instant. */
export function clockStarted(clock: string, due: string): CaseEvent {
  const deadline: Deadline = {
    clock,
    rules: 'CA-WC-2026',
    calendar: 'california',
    nature: 'duty',
    verified: false,
    due: due.includes('T') ? { at: due as Instant } : { on: day(due) },
    steps: [],
  }
  return {
    type: 'ClockStarted',
    clock,
    deadline,
    certificate: {
      sha256: '1'.repeat(64),
      bytes: 1,
      mediaType: 'application/json',
      kind: 'deadline-certificate',
    },
  }
}

const paper = {
  sha256: '2'.repeat(64),
  bytes: 1,
  mediaType: 'application/pdf',
  kind: 'assignment-notice',
} as const

export function assignedOn(on: string): CaseEvent {
  return { type: 'ReviewAssigned', assignedOn: day(on), noticeMethod: 'mail', notice: paper }
}

export function completedOn(on: string): CaseEvent {
  return { type: 'RecordsCompleted', completedOn: day(on) }
}

export function servedLetterOn(on: string): CaseEvent {
  return {
    type: 'DeterminationServed',
    servedOn: day(on),
    recipients: [{ role: 'employee', name: 'Ana Example', method: 'mail', address: '1 Test Way' }],
    proof: { ...paper, kind: 'proof-of-service' },
  }
}

/** An artifact that is stored nowhere. */
export function someArtifact(kind: ArtifactKind): ArtifactReference {
  return { sha256: '3'.repeat(64), bytes: 1, mediaType: 'application/json', kind }
}

/** A file of the record; read at once where page texts are given, else it waits. */
export function recordReceived(
  documentId: string,
  changes: { readonly pageTexts?: ArtifactReference } = {},
): CaseEvent {
  return {
    type: 'RecordReceived',
    documentId,
    fileName: `${documentId}.pdf`,
    from: 'claims-administrator',
    receivedOn: day('2026-02-12'),
    pages: 20,
    file: { ...paper, kind: 'record-file' },
    ...changes,
  }
}

/** Something harmless that can happen to a case any number of times. */
export function summaryWritten(text: string): CaseEvent {
  return { type: 'CaseSummaryWritten', text }
}

export function day(text: string): PlainDate {
  return text as PlainDate
}

export function instant(text: string): Instant {
  return text as Instant
}

export const someTime: Instant = instant('2026-02-02T17:00:00.000Z')

export const caseManager: Actor = { kind: 'person', userId: 'u1', role: 'case-manager' }
