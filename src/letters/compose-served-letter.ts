import type { ServedRecipient } from '#case'
import { computeDeadline, type Deadline, type DeadlineRequest, sayDue } from '#deadlines'
import type { Determination } from '#determination'
import {
  addDays,
  ok,
  type PlainDate,
  plainDateOf,
  type Refusal,
  type Result,
  refused,
  sayDate,
} from '#foundation'
import type { Application, PartyRole, PostalAddress } from '#intake'
import { partyWords, printAddress, printName } from './party-words.ts'
import type { LetterOrganization, NextStep, ServedLetter } from './served-letter.ts'

export type ServedLetterRequest = {
  readonly determination: Determination
  readonly application: Application
  readonly documentsReviewed: ServedLetter['documentsReviewed']
  readonly recipients: readonly ServedRecipient[]
  /** The day the letter goes out. */
  readonly servedOn: PlainDate
  readonly organization: LetterOrganization
}

/**
 * The served letter from the determination and the case: names of the parties, documents reviewed,
 * and what happens next for each party with its date and rule. Refuses what the deadlines refuse.
 */
export function composeServedLetter(request: ServedLetterRequest): Result<ServedLetter> {
  const next = findNextSteps(request)
  if (!next.ok) return next
  const { application } = request
  return ok({
    determination: request.determination,
    organization: request.organization,
    servedOn: request.servedOn,
    employee: {
      name: printName(application.employee.name),
      address: printAddress(application.employee.address),
    },
    employerName: application.employer.name,
    claimNumber: application.claimNumber,
    requestingPhysicianName: printName(application.requestingPhysician.name),
    claimsAdministratorName: application.claimsAdministrator.company,
    documentsReviewed: request.documentsReviewed,
    whatHappensNext: next.value,
    recipients: request.recipients,
  })
}

/** The parties of an application as a letter is served on them: by mail, at their addresses. */
export function recipientsOf(application: Application): readonly ServedRecipient[] {
  const { employee, representative, requestingPhysician, claimsAdministrator } = application
  return [
    byMail('employee', printName(employee.name), employee.address),
    ...(representative
      ? [byMail('representative', printName(representative.name), representative.address)]
      : []),
    byMail(
      'requesting-physician',
      printName(requestingPhysician.name),
      requestingPhysician.address,
    ),
    byMail('claims-administrator', claimsAdministrator.company, claimsAdministrator.address),
  ]
}

function byMail(role: PartyRole, name: string, address: PostalAddress): ServedRecipient {
  return { role, name, method: 'mail', address: printAddress(address).join(', ') }
}

/**
 * What each party must or may do now. Authorize (I1), pay (I2), appeal (P1) are computed by the
 * clocks; the appeal of each party is extended by the way it was served. What is upheld stays
 * decided for twelve months unless the facts change (Labor Code 4610(k)).
 */
function findNextSteps(request: ServedLetterRequest): Result<readonly NextStep[]> {
  const { determination, servedOn } = request
  const overturned = determination.issues.filter((issue) => issue.decision === 'overturned')
  const steps: NextStep[] = []
  const refusals: Refusal[] = []
  const add = (
    clock: DeadlineRequest,
    step: Omit<NextStep, 'by' | 'authority'>,
    authority: string,
  ): void => {
    const deadline = computeDeadline(clock)
    if (deadline.ok) steps.push({ ...step, by: sayDay(deadline.value), authority })
    else refusals.push(...deadline.refusals)
  }

  if (overturned.some((issue) => issue.retrospective !== true)) {
    add(
      { clock: 'I1', start: { on: servedOn } },
      {
        party: partyWords['claims-administrator'],
        what:
          'Must authorize the treatment marked “Overturned” within five working days of receiving ' +
          'this letter, sooner if the condition requires it; not while an appeal or a dispute over ' +
          'liability is open.',
      },
      '8 CCR 9792.10.7(a)(2)',
    )
  }
  if (overturned.some((issue) => issue.retrospective === true)) {
    add(
      { clock: 'I2', start: { on: servedOn } },
      {
        party: partyWords['claims-administrator'],
        what:
          'Must pay for treatment marked “Overturned” that was already given, within 20 days of ' +
          'receiving this letter; not while an appeal or a dispute over liability is open.',
      },
      '8 CCR 9792.10.7(a)(1)',
    )
  }
  if (overturned.length < determination.issues.length) {
    const decidedOn = determination.urDenialDate ?? request.application.utilizationReview?.decidedOn
    steps.push({
      party: partyWords['requesting-physician'],
      what:
        'May ask again for treatment marked “Upheld”; sooner only with a documented change in the ' +
        'facts the decision rests on.',
      by: decidedOn
        ? `After ${sayDate(yearAfter(decidedOn))}`
        : 'Twelve months after the UR decision',
      authority: 'Labor Code 4610(k)',
    })
  }
  for (const role of appealing(request, overturned.length > 0)) {
    add(
      { clock: 'P1', start: { on: servedOn, ...serviceOn(role, request) } },
      {
        party: partyWords[role],
        what: 'May petition the Workers’ Compensation Appeals Board. This is a choice, not a duty.',
      },
      'Labor Code 4610.6(h); 8 CCR 10575, 10605',
    )
  }
  const [first, ...rest] = refusals
  return first ? refused(first, ...rest) : ok(steps)
}

/** Those with something to appeal against: the worker what is upheld, the administrator the rest. */
function appealing(request: ServedLetterRequest, anyOverturned: boolean): readonly PartyRole[] {
  const anyUpheld = request.determination.issues.some((issue) => issue.decision === 'upheld')
  return [
    ...(anyUpheld ? (['employee'] as const) : []),
    ...(anyOverturned ? (['claims-administrator'] as const) : []),
  ]
}

/** How the party gets the letter, which lengthens its time to appeal (8 CCR 10605). */
function serviceOn(
  role: PartyRole,
  request: ServedLetterRequest,
): Pick<DeadlineRequest['start'], 'service' | 'place'> {
  const recipient = request.recipients.find((candidate) => candidate.role === role)
  if (recipient === undefined) return {}
  const { application } = request
  const address =
    role === 'employee' ? application.employee.address : application.claimsAdministrator.address
  return { service: recipient.method, place: placeOf(address) }
}

function placeOf(address: PostalAddress): 'CA' | 'US' | 'abroad' {
  if (address.country !== undefined && !/^(us|usa|united states)/i.test(address.country)) {
    return 'abroad'
  }
  return /^(ca|california)$/i.test(address.state.trim()) ? 'CA' : 'US'
}

/** The same day a year later; 29 February becomes 1 March. */
function yearAfter(date: PlainDate): PlainDate {
  const year = Number(date.slice(0, 4)) + 1
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  return plainDateOf(year, month, day) ?? addDays(plainDateOf(year, month, 28) ?? date, 1)
}

function sayDay(deadline: Deadline): string {
  return 'on' in deadline.due ? sayDate(deadline.due.on) : sayDue(deadline.due)
}
