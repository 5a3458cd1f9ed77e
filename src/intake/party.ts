import type { PlainDate } from '#foundation'

export type PostalAddress = {
  readonly street: string
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly country?: string
}

export type PersonName = { readonly first: string; readonly middle?: string; readonly last: string }

export type Employee = {
  readonly name: PersonName
  readonly dateOfBirth: PlainDate
  readonly address: PostalAddress
  readonly phone?: string
  readonly email?: string
}

export type Employer = { readonly name: string; readonly address?: PostalAddress }

export type ClaimsAdministrator = {
  readonly company: string
  readonly contact: string
  readonly address: PostalAddress
  readonly phone?: string
  readonly fax?: string
  readonly email?: string
}

export type RequestingPhysician = {
  readonly name: PersonName
  readonly practice?: string
  readonly specialty?: string
  readonly npi?: string
  readonly address: PostalAddress
  readonly phone?: string
  readonly fax?: string
}

export type Representative = {
  readonly name: PersonName
  readonly firm?: string
  readonly capacity: 'attorney' | 'other'
  /** Day of the written designation; must not be before the utilization review decision. */
  readonly designatedOn: PlainDate
  readonly address: PostalAddress
  readonly email?: string
}

/** Who takes part in a case, as events and notices name them. */
export type PartyRole =
  | 'employee'
  | 'representative'
  | 'requesting-physician'
  | 'claims-administrator'
  | 'employer'
  | 'administrative-director'
