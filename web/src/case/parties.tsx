import type { ReactNode } from 'react'
import { dayInWords } from '~/ui/days.ts'
import { type CaseView, useCase } from './case-context.ts'

type Name = CaseView['application']['employee']['name']
type Address = CaseView['application']['employee']['address']

/** Everyone who takes part, with how to reach them. */
export function Parties() {
  const { application } = useCase()
  const { employee, employer, claimsAdministrator, requestingPhysician, representative } =
    application
  return (
    <section className="card" aria-labelledby="parties-heading">
      <h2 id="parties-heading">Parties</h2>
      <dl className="parties">
        <Party as="Injured worker" name={nameOf(employee.name)}>
          <span>Born {dayInWords(employee.dateOfBirth)}</span>
          <Reach {...employee} />
        </Party>
        {representative ? (
          <Party
            as={representative.capacity === 'attorney' ? 'Attorney' : 'Representative'}
            name={nameOf(representative.name)}
          >
            {representative.firm ? <span>{representative.firm}</span> : null}
            <span>Designated {dayInWords(representative.designatedOn)}</span>
            <Reach {...representative} />
          </Party>
        ) : null}
        <Party as="Requesting physician" name={nameOf(requestingPhysician.name)}>
          {requestingPhysician.specialty ? <span>{requestingPhysician.specialty}</span> : null}
          {requestingPhysician.practice ? <span>{requestingPhysician.practice}</span> : null}
          <Reach {...requestingPhysician} />
        </Party>
        <Party as="Claims administrator" name={claimsAdministrator.company}>
          <span>{claimsAdministrator.contact}</span>
          <Reach {...claimsAdministrator} />
        </Party>
        <Party as="Employer" name={employer.name}>
          {employer.address ? <Reach address={employer.address} /> : null}
        </Party>
      </dl>
    </section>
  )
}

function Party({
  as,
  name,
  children,
}: {
  readonly as: string
  readonly name: string
  readonly children?: ReactNode
}) {
  return (
    <div className="party">
      <dt>{as}</dt>
      <dd>
        <strong>{name}</strong>
        <span className="party-more">{children}</span>
      </dd>
    </div>
  )
}

function Reach({
  address,
  phone,
  fax,
  email,
}: {
  readonly address: Address
  readonly phone?: string | undefined
  readonly fax?: string | undefined
  readonly email?: string | undefined
}) {
  return (
    <>
      <span>
        {address.street}, {address.city}, {address.state} {address.zip}
      </span>
      {phone ? <span>Phone {phone}</span> : null}
      {fax ? <span>Fax {fax}</span> : null}
      {email ? <span>{email}</span> : null}
    </>
  )
}

function nameOf({ first, middle, last }: Name): string {
  return [first, middle, last].filter(Boolean).join(' ')
}
