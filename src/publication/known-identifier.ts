import type { PlainDate } from '#foundation'
import type { Application, PersonName, PostalAddress } from '#intake'

/**
 * Something that identifies a person or company of the case. `type` is free ("employee",
 * "claim-number"); how it is looked for follows from `kind`, or from what the value looks like.
 */
export type KnownIdentifier = {
  readonly type: string
  readonly value: string
  readonly kind?: IdentifierKind
}

export type IdentifierKind =
  /** Every part of the name counts alone. */
  | 'person'
  /** The whole name or the surname counts: for people of whom the text is unlikely to speak. */
  | 'surname'
  | 'organization'
  | 'place'
  | 'street'
  | 'number'
  | 'email'
  | 'date'

/** The kind given, or the one that the type's words and the value's shape suggest. */
export function kindOf(identifier: KnownIdentifier): IdentifierKind {
  if (identifier.kind) return identifier.kind
  const { value } = identifier
  const type = identifier.type.toLowerCase()
  if (value.includes('@')) return 'email'
  if (/date|birth|dob/.test(type) && /\d/.test(value)) return 'date'
  if (/^\s*\d+\s+\p{L}/u.test(value) && /\p{L}{2,}/u.test(value)) return 'street'
  if (/\d/.test(value)) return 'number'
  if (/city|town|place|location/.test(type)) return 'place'
  if (/org|employer|compan|administrator|facilit|hospital|clinic|firm|insur|practice/.test(type)) {
    return 'organization'
  }
  return companyEnding.test(value) ? 'organization' : 'person'
}

const companyEnding =
  /\b(?:inc|llc|llp|ltd|corp|co|company|corporation|hospital|clinic|center|group|services|associates|insurance|fund|partners|institute|university|district|department)\.?$/i

/** Everything in an application that a published letter must not carry (LC 4610.6(m)). */
export function identifiersOf(application: Application): readonly KnownIdentifier[] {
  const { employee, employer, claimsAdministrator, requestingPhysician, representative } =
    application
  return [
    person('employee', employee.name),
    ...address('employee address', employee.address),
    date('date of birth', employee.dateOfBirth),
    ...given('employee phone', employee.phone, 'number'),
    ...given('employee e-mail', employee.email, 'email'),
    organization('employer', employer.name),
    ...(employer.address ? address('employer address', employer.address) : []),
    organization('claims administrator', claimsAdministrator.company),
    ...given('claims adjuster', claimsAdministrator.contact, 'person'),
    ...address('claims administrator address', claimsAdministrator.address),
    ...given('claims administrator phone', claimsAdministrator.phone, 'number'),
    ...given('claims administrator fax', claimsAdministrator.fax, 'number'),
    ...given('claims administrator e-mail', claimsAdministrator.email, 'email'),
    person('requesting physician', requestingPhysician.name),
    ...given('medical practice', requestingPhysician.practice, 'organization'),
    ...given('physician number', requestingPhysician.npi, 'number'),
    ...address('physician address', requestingPhysician.address),
    ...given('physician phone', requestingPhysician.phone, 'number'),
    ...given('physician fax', requestingPhysician.fax, 'number'),
    ...(representative
      ? [
          person('representative', representative.name),
          ...given('representative firm', representative.firm, 'organization'),
          ...address('representative address', representative.address),
          ...given('representative e-mail', representative.email, 'email'),
        ]
      : []),
    ...given('claim number', application.claimNumber, 'number'),
    ...given('EAMS number', application.eamsNumber, 'number'),
    ...given('jurisdictional claim number', application.jurisdictionalClaimNumber, 'number'),
    ...given('signature', application.signature?.name, 'person'),
    ...given('UR organization', application.utilizationReview?.organization, 'organization'),
    ...given('UR reviewer', application.utilizationReview?.reviewerName, 'person'),
  ].filter((identifier) => identifier.value.trim() !== '')
}

function person(type: string, name: PersonName): KnownIdentifier {
  const value = [name.first, name.middle, name.last].filter((part) => part).join(' ')
  return { type, value, kind: 'person' }
}

function organization(type: string, value: string): KnownIdentifier {
  return { type, value, kind: 'organization' }
}

function date(type: string, value: PlainDate): KnownIdentifier {
  return { type, value, kind: 'date' }
}

/** Street, city and ZIP code; the state is no identifier. */
function address(type: string, postal: PostalAddress): readonly KnownIdentifier[] {
  return [
    { type, value: postal.street, kind: 'street' },
    { type, value: postal.city, kind: 'place' },
    { type, value: postal.zip, kind: 'number' },
  ]
}

function given(
  type: string,
  value: string | undefined,
  kind: IdentifierKind,
): readonly KnownIdentifier[] {
  return value === undefined ? [] : [{ type, value, kind }]
}
