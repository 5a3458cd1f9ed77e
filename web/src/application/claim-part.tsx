import { FormChoice, FormPart, FormText, FormTick } from './form-fields.tsx'

/** The claim, the injury, and how urgent the review is. */
export function ClaimPart({ isCaseManager }: { readonly isCaseManager: boolean }) {
  return (
    <FormPart title="Claim and injury">
      <div className="field-row">
        <FormText path="claimNumber" label="Claim number" />
        <FormText path="eamsNumber" label="EAMS number" optional />
        <FormText path="dateOfInjury" label="Date of injury" type="date" />
      </div>
      <div className="field-row">
        <FormText path="primaryDiagnosis.description" label="Primary diagnosis" />
        <FormText path="primaryDiagnosis.icd10" label="ICD-10 code" optional />
      </div>
      <div className="field-row">
        <FormChoice
          path="priority"
          label="Review"
          choices={[
            ['standard', 'Regular'],
            ['expedited', 'Expedited'],
          ]}
        />
        {isCaseManager ? (
          <FormText path="receivedOn" label="Received on, if on paper" type="date" optional />
        ) : null}
      </div>
      <FormTick
        path="expeditedCertified"
        label="A physician certifies that the normal time could be a serious danger to health"
      />
    </FormPart>
  )
}
