import { FormAddress, FormChoice, FormPart, FormText } from './form-fields.tsx'

/** The injured worker, the representative, the employer, the claims administrator, the physician. */
export function PartiesPart() {
  return (
    <>
      <FormPart title="Injured worker">
        <PersonName path="employee.name" />
        <div className="field-row">
          <FormText path="employee.dateOfBirth" label="Date of birth" type="date" />
          <FormText path="employee.phone" label="Phone" type="tel" optional />
          <FormText path="employee.email" label="E-mail" type="email" optional />
        </div>
        <FormAddress path="employee.address" />
      </FormPart>
      <details className="more-part">
        <summary>An attorney or another person represents the injured worker</summary>
        <FormPart title="Representative">
          <PersonName path="representative.name" />
          <div className="field-row">
            <FormChoice
              path="representative.capacity"
              label="As"
              choices={[
                ['attorney', 'Attorney'],
                ['other', 'Another person'],
              ]}
            />
            <FormText path="representative.firm" label="Firm" optional />
            <FormText path="representative.designatedOn" label="Designated on" type="date" />
          </div>
          <FormAddress path="representative.address" />
          <FormText path="representative.email" label="E-mail" type="email" optional />
        </FormPart>
      </details>
      <FormPart title="Employer">
        <FormText path="employer.name" label="Name of the employer" />
      </FormPart>
      <FormPart title="Claims administrator">
        <div className="field-row">
          <FormText path="claimsAdministrator.company" label="Company" />
          <FormText path="claimsAdministrator.contact" label="Contact" />
        </div>
        <FormAddress path="claimsAdministrator.address" />
        <div className="field-row">
          <FormText path="claimsAdministrator.phone" label="Phone" type="tel" optional />
          <FormText path="claimsAdministrator.fax" label="Fax" type="tel" optional />
          <FormText path="claimsAdministrator.email" label="E-mail" type="email" optional />
        </div>
      </FormPart>
      <FormPart title="Requesting physician">
        <PersonName path="requestingPhysician.name" />
        <div className="field-row">
          <FormText path="requestingPhysician.specialty" label="Specialty" optional />
          <FormText path="requestingPhysician.practice" label="Practice" optional />
          <FormText path="requestingPhysician.npi" label="NPI" optional />
        </div>
        <FormAddress path="requestingPhysician.address" />
        <div className="field-row">
          <FormText path="requestingPhysician.phone" label="Phone" type="tel" optional />
          <FormText path="requestingPhysician.fax" label="Fax" type="tel" optional />
        </div>
      </FormPart>
    </>
  )
}

function PersonName({ path }: { readonly path: string }) {
  return (
    <div className="field-row">
      <FormText path={`${path}.first`} label="First name" />
      <FormText path={`${path}.middle`} label="Middle name" optional />
      <FormText path={`${path}.last`} label="Last name" />
    </div>
  )
}
