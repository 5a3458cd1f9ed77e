import { TickField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { FormChoice, FormLong, FormText, FormTick } from './form-fields.tsx'
import { useForm } from './form-values.ts'

const regions = [
  'cervical spine',
  'thoracic spine',
  'lumbar spine',
  'shoulder',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'hip',
  'knee',
  'ankle',
  'foot',
  'head',
  'chest',
  'abdomen',
  'psyche',
  'other',
]

/** One disputed treatment of the form. */
export function TreatmentFields({ at, count }: { readonly at: number; readonly count: number }) {
  const path = `disputedTreatments.${at}`
  const { values, set, error } = useForm()
  const chosen = (values[`${path}.bodyRegions`] ?? '').split(',').filter((each) => each !== '')
  const regionError = refusalAt(error, `${path}.bodyRegions`)
  return (
    <fieldset className="treatment-fields">
      <legend>Treatment {at + 1}</legend>
      <FormText
        path={`${path}.treatment`}
        label="Treatment or service"
        hint="In the words of the request, with amount: “Physical therapy, 6 visits”"
      />
      <fieldset className="regions">
        <legend>Body regions</legend>
        {regions.map((region) => (
          <TickField
            key={region}
            label={region}
            checked={chosen.includes(region)}
            onChange={(checked) =>
              set(
                `${path}.bodyRegions`,
                (checked ? [...chosen, region] : chosen.filter((each) => each !== region)).join(
                  ',',
                ),
              )
            }
          />
        ))}
      </fieldset>
      {regionError ? <p className="field-error">{regionError}</p> : null}
      <div className="field-row">
        <FormChoice
          path={`${path}.side`}
          label="Side"
          optional
          choices={[
            ['', 'Not one side'],
            ['left', 'Left'],
            ['right', 'Right'],
            ['bilateral', 'Both'],
          ]}
        />
        {count > 1 ? (
          <FormChoice
            path={`${path}.associatedWith`}
            label="Goes with the surgery"
            optional
            choices={[
              ['', 'Stands by itself'],
              ...Array.from({ length: count }, (_, other) => other)
                .filter((other) => other !== at)
                .map((other) => [`t${other + 1}`, `Treatment ${other + 1}`] as const),
            ]}
          />
        ) : null}
      </div>
      <FormTick path={`${path}.retrospective`} label="It has already been given" />
      {values[`${path}.retrospective`] === 'yes' ? (
        <FormText
          path={`${path}.datesOfService`}
          label="Days on which it was given"
          hint="As YYYY-MM-DD, with commas"
          optional
        />
      ) : null}
      <p className="hint">Only where part of the request was authorized:</p>
      <div className="field-row">
        <FormText path={`${path}.partial.requested`} label="Amount requested" optional />
        <FormText path={`${path}.partial.authorized`} label="Amount authorized" optional />
        <FormText path={`${path}.partial.remainder`} label="Still in dispute" optional />
      </div>
      <FormLong
        path={`${path}.claimsAdministratorGuideline`}
        label="Guideline the claims administrator cited"
        hint="As the utilization review decision names it"
        rows={2}
      />
    </fieldset>
  )
}
