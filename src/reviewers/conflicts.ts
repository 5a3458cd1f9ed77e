import { addDays, type PlainDate } from '#foundation'
import type { Application, PersonName } from '#intake'
import {
  compareOrganizations,
  comparePersons,
  type NameMatch,
  parsePersonName,
} from './party-names.ts'
import type { ConflictCheck, Disclosure, Reviewer } from './reviewer.ts'
import { qualificationRules } from './rules.ts'

/** Somebody that a reviewer must have no tie to. */
export type ConflictParty = {
  readonly role: ConflictRole
  readonly name: string
  /** Taken apart where it is a person; null for organizations. */
  readonly person: PersonName | null
  readonly npi?: string
}

/** Those of Labor Code 139.5(c) whom an application names, and those whom a caller may add. */
export type ConflictRole =
  | 'employer'
  | 'claims-administrator'
  | 'claims-contact'
  | 'utilization-review-organization'
  | 'utilization-reviewer'
  | 'requesting-physician'
  | 'practice'
  | 'employee'
  | 'representative'
  | 'law-firm'
  | 'facility'
  | 'manufacturer'
  | 'insurer'
  | 'medical-provider-network'

/** Everybody of a case that the check compares a reviewer with. */
export function conflictParties(application: Application): readonly ConflictParty[] {
  const { employee, employer, claimsAdministrator, requestingPhysician, representative } =
    application
  const review = application.utilizationReview
  const parties: (ConflictParty | null)[] = [
    organization('employer', employer.name),
    organization('claims-administrator', claimsAdministrator.company),
    named('claims-contact', claimsAdministrator.contact),
    organization('utilization-review-organization', review?.organization),
    named('utilization-reviewer', review?.reviewerName),
    person('requesting-physician', requestingPhysician.name, requestingPhysician.npi),
    organization('practice', requestingPhysician.practice),
    person('employee', employee.name),
    representative ? person('representative', representative.name) : null,
    organization('law-firm', representative?.firm),
  ]
  return parties.filter((party) => party !== null)
}

/**
 * Compares a reviewer, by own name and by every disclosed tie, with every party of a case, on a
 * day. One line for each party, with the nearest thing found: `tie` bars the reviewer,
 * `possible-tie` waits for a person, `no-tie` says what was compared.
 *
 * Authority: Labor Code 139.5(c) (material professional, familial or financial affiliation;
 * financial means more than 5 % of yearly income). `further` adds facility, manufacturer and
 * others that the application does not name. The words name parties of the case only, never the
 * reviewer nor third persons disclosed.
 */
export function checkConflicts(request: {
  readonly reviewer: Reviewer
  readonly application: Application
  readonly on: PlainDate
  readonly further?: readonly ConflictParty[]
}): readonly ConflictCheck[] {
  const { reviewer, application, on } = request
  const decidedOn = application.utilizationReview?.decidedOn
  return [...conflictParties(application), ...(request.further ?? [])].map((party) => {
    const findings = [
      compareOwnName(reviewer, party),
      ...reviewer.disclosures.map((disclosure) =>
        compareDisclosure(disclosure, party, on, decidedOn),
      ),
    ]
    const worst =
      findings.find(({ result }) => result === 'tie') ??
      findings.find(({ result }) => result === 'possible-tie') ??
      findings.find(({ near }) => near)
    return {
      party: party.name,
      role: party.role,
      result: worst?.result ?? 'no-tie',
      because:
        worst?.because ??
        `compared with the reviewer's own name and ${count(reviewer.disclosures.length)}: none alike`,
    }
  })
}

type Finding = Pick<ConflictCheck, 'result' | 'because'> & { readonly near: boolean }

function compareOwnName(reviewer: Reviewer, party: ConflictParty): Finding {
  if (party.person === null) return nothingAlike
  const match = comparePersons(reviewer.name, party.person)
  if (match === 'different') return nothingAlike
  return match === 'same'
    ? { result: 'tie', because: 'the reviewer has the same name as this party', near: true }
    : {
        result: 'possible-tie',
        because: "the reviewer's name is near to this party's: the same person or family?",
        near: true,
      }
}

function compareDisclosure(
  disclosure: Disclosure,
  party: ConflictParty,
  on: PlainDate,
  decidedOn: PlainDate | undefined,
): Finding {
  const match = compareParty(disclosure, party)
  if (match === 'different') return nothingAlike
  const tie = weigh(disclosure, on, decidedOn)
  if (match === 'same' || tie.result === 'no-tie') return { ...tie, near: true }
  return {
    result: 'possible-tie',
    because: `a disclosed party has a name near to this one; if it is the same: ${tie.because}`,
    near: true,
  }
}

function compareParty(disclosure: Disclosure, party: ConflictParty): NameMatch {
  if (disclosure.npi !== undefined && party.npi !== undefined) {
    return disclosure.npi === party.npi ? 'same' : 'different'
  }
  const asOrganization = compareOrganizations(disclosure.party, party.name)
  if (party.person === null) return asOrganization
  const asPerson = comparePersons(parsePersonName(disclosure.party), party.person)
  return asPerson === 'different' && asOrganization === 'same' ? 'near' : asPerson
}

/** What a disclosed tie amounts to once it is clear whom it is to. */
function weigh(
  disclosure: Disclosure,
  on: PlainDate,
  decidedOn: PlainDate | undefined,
): Pick<ConflictCheck, 'result' | 'because'> {
  const { kind, from, until } = disclosure
  const tie = `a ${kind} tie${from ? ` since ${from}` : ''}${until ? ` until ${until}` : ''}`
  const coversReview =
    decidedOn !== undefined && (!from || from <= decidedOn) && (!until || until >= decidedOn)
  if (kind !== 'familial' && until !== undefined && until < on && !coversReview) {
    const years = qualificationRules.pastTie.possibleForYears
    if (addDays(until, Math.round(years * 365.25)) < on) {
      return { result: 'no-tie', because: `${tie}, which ended more than ${years} years ago` }
    }
    return { result: 'possible-tie', because: `${tie}, which ended less than ${years} years ago` }
  }
  const nature = disclosure.nature.toLowerCase()
  if (kind === 'financial') {
    const limit = qualificationRules.financialTie.moreThanPercentOfIncome
    const share = disclosure.incomeShare
    if (share === undefined) {
      return { result: 'possible-tie', because: `${tie} whose share of income is not stated` }
    }
    return share > limit
      ? { result: 'tie', because: `${tie}: ${share} % of yearly income, more than ${limit} %` }
      : { result: 'no-tie', because: `${tie}: ${share} % of yearly income, not over ${limit} %` }
  }
  if (kind === 'familial') {
    const counts = qualificationRules.familialTie.counts.some((relation) =>
      new RegExp(`(?<![\\w-])${relation}(?![\\w-])`).test(nature),
    )
    return counts
      ? { result: 'tie', because: 'a familial tie of the kind that the statute names' }
      : { result: 'possible-tie', because: 'a familial tie that the statute does not name' }
  }
  const privilegesOnly = qualificationRules.professionalTie.doesNotCount.some(
    (words) => nature.trim() === words || nature.trim() === `${words} only`,
  )
  return privilegesOnly
    ? { result: 'no-tie', because: 'staff privileges alone do not count' }
    : { result: 'tie', because: tie }
}

const nothingAlike: Finding = { result: 'no-tie', because: '', near: false }

function organization(role: ConflictRole, name: string | undefined): ConflictParty | null {
  return name === undefined || name.trim() === '' ? null : { role, name, person: null }
}

/** A person whose name was written in one line. */
function named(role: ConflictRole, name: string | undefined): ConflictParty | null {
  return name === undefined || name.trim() === ''
    ? null
    : { role, name, person: parsePersonName(name) }
}

function person(role: ConflictRole, name: PersonName, npi?: string): ConflictParty {
  return {
    role,
    name: [name.first, name.middle, name.last].filter(Boolean).join(' '),
    person: name,
    ...(npi === undefined ? {} : { npi }),
  }
}

function count(disclosures: number): string {
  return disclosures === 1 ? '1 disclosed tie' : `${disclosures} disclosed ties`
}
