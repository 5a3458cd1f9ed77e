import { type CaseState, openTreatments, type PenaltyLedger, type TerminationReason } from '#case'
import { explainDeadline, sayDue } from '#deadlines'
import { ok, type PlainDate, type Result, sayDate } from '#foundation'
import type { PartyRole } from '#intake'
import {
  fillNoticeTemplate,
  type NoticeItem,
  type NoticeTemplate,
  type NoticeValues,
} from './notice-template.ts'
import { partyWords, printAddress, printName } from './party-words.ts'
import type { Notice } from './ports.ts'
import type { LetterOrganization } from './served-letter.ts'

export type NoticeRequest = {
  readonly template: NoticeTemplate
  readonly state: CaseState
  readonly organization: LetterOrganization
  readonly date: PlainDate
  /** To whom it goes; by default whom the template names, or the employee. */
  readonly to?: PartyRole
  /** The ledger of penalties, for notices that speak of it. */
  readonly penalties?: PenaltyLedger
  /** Values that the case does not know. */
  readonly values?: NoticeValues
}

/**
 * A document of ours from its template and the case. Refuses `notice-value-missing` where the
 * template needs something that neither the case nor `values` has. No reviewer is named: the values
 * of a case have no name but those of the parties (Labor Code 4610.6(f)).
 */
export function composeNotice(request: NoticeRequest): Result<Notice> {
  const { template, state } = request
  const blocks = fillNoticeTemplate(template, { ...noticeValuesOf(request), ...request.values })
  if (!blocks.ok) return blocks
  return ok({
    title: template.title,
    date: sayDate(request.date),
    organization: request.organization,
    reference: `${template.title} ${state.caseNumber ?? ''}`,
    addressee: addresseeOf(state, request.to ?? roleOf(template)),
    blocks: [...blocks.value, { kind: 'paragraph', text: `Authority: ${template.authority}.` }],
  })
}

/** Everything that a template may say of a case (docs: rules/notices/README.md). */
export function noticeValuesOf(request: NoticeRequest): NoticeValues {
  const { state, organization, penalties, date } = request
  const { application } = state
  const treatments = application?.disputedTreatments ?? []
  const nameOf = (id: string): string =>
    treatments.find((treatment) => treatment.id === id)?.treatment ?? id
  const owed = state.issues.filter(
    (issue) =>
      issue.decision === 'overturned' && !state.implementedTreatments.includes(issue.treatmentId),
  )
  return {
    today: sayDate(date),
    'organization.name': organization.name,
    'organization.phone': organization.phone,
    'organization.address': organization.address.join(', '),
    'case.number': state.caseNumber ?? '',
    'case.priority': state.priority,
    'case.claimNumber': application?.claimNumber ?? '',
    'case.dateOfInjury': dayOrNothing(application?.dateOfInjury),
    'case.receivedOn': dayOrNothing(application?.receivedOn),
    'case.assignedOn': dayOrNothing(state.assignedOn),
    'case.issuedOn': dayOrNothing(state.issuedOn),
    'employee.name': application ? printName(application.employee.name) : '',
    'employer.name': application?.employer.name ?? '',
    'administrator.name': application?.claimsAdministrator.company ?? '',
    'physician.name': application ? printName(application.requestingPhysician.name) : '',
    'eligibility.duplicate': state.eligibility?.verdict === 'duplicate',
    treatments: openTreatments(state).map(({ id, treatment }) => ({ id, name: treatment })),
    owed: owed.map(({ treatmentId }) => ({ id: treatmentId, name: nameOf(treatmentId) })),
    terminated: state.terminatedTreatments.map(({ treatmentId, reason }) => ({
      id: treatmentId,
      name: nameOf(treatmentId),
      reason: reasonWords[reason],
    })),
    'termination.reason': terminationReason(state),
    reasons: reasonsOf(state),
    missing: [],
    'late.since': lateSince(state),
    'late.nothing': !state.records.some(({ from }) => from === 'claims-administrator'),
    penalties: (penalties?.lines ?? []).map(
      (line): NoticeItem => ({
        authority: line.authority,
        unverified: !line.verified,
        days: line.days === null ? 'to be found' : String(line.days),
        amount:
          line.amount.kind === 'fixed'
            ? dollars(line.amount.dollars)
            : line.amount.kind === 'at-most'
              ? `up to ${dollars(line.amount.dollars)}`
              : `up to ${dollars(line.amount.perDayAtMost)} a day`,
      }),
    ),
    'fee.dollars': state.invoice ? dollars(state.invoice.dollars) : '',
    'fee.because': state.invoice?.because ?? '',
    'fee.unverified': state.invoice?.verified === false,
    'penalties.unverified': (penalties?.lines ?? []).some(({ verified }) => !verified),
    'consolidation.into': state.consolidatedInto?.caseNumber ?? '',
    ...askedOf(state),
    ...clockValues(state),
  }
}

const reasonWords: Readonly<Record<TerminationReason, string>> = {
  authorized: 'the claims administrator authorized it',
  withdrawn: 'the request was withdrawn',
  settled: 'a settlement or award resolves it',
}

function roleOf(template: NoticeTemplate): PartyRole {
  return template.addressee === 'all' || template.addressee === 'asked'
    ? 'employee'
    : template.addressee
}

function addresseeOf(state: CaseState, role: PartyRole): readonly string[] {
  const { application } = state
  if (!application) return []
  switch (role) {
    case 'claims-administrator': {
      const { company, contact, address } = application.claimsAdministrator
      return [company, contact, ...printAddress(address)]
    }
    case 'requesting-physician': {
      const { name, practice, address } = application.requestingPhysician
      return [printName(name), ...(practice ? [practice] : []), ...printAddress(address)]
    }
    case 'representative': {
      const { representative } = application
      return representative
        ? [printName(representative.name), ...printAddress(representative.address)]
        : []
    }
    case 'employer':
      return [application.employer.name]
    case 'administrative-director':
      return [partyWords[role]]
    case 'employee':
      return [printName(application.employee.name), ...printAddress(application.employee.address)]
  }
}

function reasonsOf(state: CaseState): readonly NoticeItem[] {
  return (state.eligibility?.tests ?? [])
    .filter((test) => test.result === 'failed' || test.result === 'unknown')
    .map((test) => ({
      because: test.because,
      cure: test.cure ?? 'Nothing cures this.',
      authority: test.authority,
    }))
}

function terminationReason(state: CaseState): string {
  const reason = state.terminatedBecause ?? state.terminatedTreatments.at(-1)?.reason
  return reason ? reasonWords[reason] : ''
}

/** The day on which the claims administrator's records were due, where it is over. */
function lateSince(state: CaseState): string {
  const late = state.clocks.find(
    (clock) => ['R1', 'R2', 'R3'].includes(clock.clock) && clock.status === 'ran-out',
  )
  return late ? sayDue(late.deadline.due) : ''
}

function askedOf(state: CaseState): NoticeValues {
  const asked = state.requestedRecords.at(-1)
  return asked
    ? { 'asked.from': partyWords[asked.from].toLowerCase(), 'asked.what': asked.what }
    : {}
}

/** `clock.R1`, `clock.R1.due`, `clock.R1.counting` for each clock, and the running ones as a list. */
function clockValues(state: CaseState): NoticeValues {
  const values: Record<string, NoticeValues[string]> = {
    clocks: state.clocks
      .filter(({ status }) => status === 'running')
      .map(({ clock, deadline }) => ({
        clock,
        title: deadline.title ?? clock,
        due: sayDue(deadline.due),
        authority: deadline.steps[0]?.authority ?? '',
      })),
  }
  for (const { clock, deadline } of state.clocks) {
    values[`clock.${clock}`] = true
    values[`clock.${clock}.due`] = sayDue(deadline.due)
    values[`clock.${clock}.counting`] = explainDeadline(deadline)
  }
  return values
}

function dayOrNothing(day: PlainDate | null | undefined): string {
  return day ? sayDate(day) : ''
}

function dollars(amount: number): string {
  return `$${amount.toLocaleString('en-US')}`
}
