import { FormChoice, FormPart, FormText } from './form-fields.tsx'

/** Who signed the form, and when. */
export function SignaturePart() {
  return (
    <FormPart
      title="Signature"
      says="The injured worker signs, or the representative designated for it. Without a signature the application is not eligible."
    >
      <div className="field-row">
        <FormChoice
          path="signature.by"
          label="Signed by"
          choices={[
            ['employee', 'Injured worker'],
            ['representative', 'Representative'],
          ]}
        />
        <FormText path="signature.name" label="Name as signed" />
        <FormText path="signature.signedOn" label="Signed on" type="date" />
      </div>
    </FormPart>
  )
}
