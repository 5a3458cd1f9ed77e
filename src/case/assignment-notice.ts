import { type Deadline, explainDeadline, sayDue } from '#deadlines'
import type { PlainDate } from '#foundation'
import type { Application, PartyRole } from '#intake'
import { assignmentRules } from './assignment-rules.ts'

/** What the assignment notice says, as data; the room of letters sets it. */
export type AssignmentNotice = {
  readonly caseNumber: string
  readonly assignedOn: PlainDate
  readonly method: 'mail' | 'electronic'
  readonly priority: 'standard' | 'expedited'
  readonly employeeName: string
  readonly claimNumber: string
  readonly dateOfInjury: PlainDate
  readonly employerName: string
  readonly claimsAdministrator: string
  readonly requestingPhysician: string
  readonly utilizationReviewDecidedOn: PlainDate | null
  readonly disputedTreatments: readonly { readonly id: string; readonly treatment: string }[]
  /** Who must, or may, send what by when. */
  readonly owed: readonly OwedDocuments[]
  readonly notes: readonly string[]
  readonly authority: string
}

export type OwedDocuments = {
  readonly party: PartyRole
  readonly name: string
  readonly what: readonly string[]
  /** The clock that runs; its certificate is in the case. */
  readonly clock: string
  /** `Monday, December 7, 2026`. */
  readonly by: string
  /** How the day was counted, in one line. */
  readonly counting: string
  readonly nature: 'duty' | 'right'
  readonly authority: string
  readonly verified: boolean
  readonly consequence: string
}

/**
 * What the parties are told when the review is opened (8 CCR 9792.10.4(b), 9792.10.5): for each of
 * them what to send, by when and by which rule. `deadlines` are the clocks that the assignment
 * starts (`clocksStartedBy`). The employee's and the representative's line is one.
 */
export function composeAssignmentNotice(
  application: Application,
  caseNumber: string,
  assignedOn: PlainDate,
  method: 'mail' | 'electronic',
  deadlines: readonly Deadline[],
): AssignmentNotice {
  const { employee, requestingPhysician, claimsAdministrator } = application
  const names: Readonly<Record<OwedDocuments['party'], string>> = {
    employee: fullName(employee.name),
    representative: application.representative ? fullName(application.representative.name) : '',
    'requesting-physician': fullName(requestingPhysician.name),
    'claims-administrator': claimsAdministrator.company,
    employer: application.employer.name,
    'administrative-director': 'Administrative Director',
  }
  const expedited = deadlines.some((deadline) => deadline.clock === 'R3')
  return {
    caseNumber,
    assignedOn,
    method,
    priority: expedited ? 'expedited' : 'standard',
    employeeName: names.employee,
    claimNumber: application.claimNumber,
    dateOfInjury: application.dateOfInjury,
    employerName: application.employer.name,
    claimsAdministrator: claimsAdministrator.company,
    requestingPhysician: names['requesting-physician'],
    utilizationReviewDecidedOn: application.utilizationReview?.decidedOn ?? null,
    disputedTreatments: application.disputedTreatments.map(({ id, treatment }) => ({
      id,
      treatment,
    })),
    owed: assignmentRules.owed.flatMap((owed): readonly OwedDocuments[] => {
      const deadline = deadlines.find((candidate) => owed.clocks.includes(candidate.clock))
      if (!deadline) return []
      return [
        {
          party: owed.party,
          name: names[owed.party],
          what: owed.items,
          clock: deadline.clock,
          by: sayDue(deadline.due),
          counting: explainDeadline(deadline),
          nature: deadline.nature,
          authority: owed.authority,
          verified: owed.verified && deadline.verified,
          consequence: owed.consequence,
        },
      ]
    }),
    notes: assignmentRules.notes,
    authority: assignmentRules.authority,
  }
}

function fullName(name: { readonly first: string; readonly last: string }): string {
  return `${name.first} ${name.last}`
}
