import { FormChoice, FormLong, FormPart, FormText, FormTick } from './form-fields.tsx'
import { useForm } from './form-values.ts'

/** The decision that is to be reviewed. */
export function UtilizationReviewPart() {
  const { values } = useForm()
  return (
    <FormPart title="Utilization review decision">
      <FormTick path="noUtilizationReview" label="The decision is not at hand" />
      {values['noUtilizationReview'] === 'yes' ? (
        <p className="quiet">
          The application can be sent in; eligibility will ask for the decision.
        </p>
      ) : (
        <>
          <div className="field-row">
            <FormText path="utilizationReview.organization" label="Organization" />
            <FormText path="utilizationReview.reviewerName" label="Its reviewer" optional />
            <FormChoice
              path="utilizationReview.outcome"
              label="Outcome"
              choices={[
                ['denied', 'Denied'],
                ['modified', 'Modified'],
                ['delayed', 'Delayed'],
              ]}
            />
          </div>
          <div className="field-row">
            <FormText
              path="utilizationReview.requestReceivedOn"
              label="Request received on"
              type="date"
            />
            <FormText path="utilizationReview.decidedOn" label="Decided on" type="date" />
            <FormText path="utilizationReview.servedOn" label="Served on" type="date" />
            <FormChoice
              path="utilizationReview.served.method"
              label="Served by"
              choices={[
                ['mail', 'Mail'],
                ['fax', 'Fax'],
                ['electronic', 'Electronic service'],
                ['personal', 'Hand'],
              ]}
            />
            <FormChoice
              path="utilizationReview.served.place"
              label="Served to a place in"
              choices={[
                ['CA', 'California'],
                ['US', 'Another state'],
                ['abroad', 'Another country'],
              ]}
            />
          </div>
          <FormLong path="utilizationReview.reasons" label="Reasons it gave" />
          <FormTick
            path="utilizationReview.conditional"
            label="It was refused only because information was missing"
          />
          <FormTick
            path="utilizationReview.formMissing"
            label="The application form did not come with the decision"
          />
          <FormTick
            path="utilizationReview.formularyDispute"
            label="The dispute is about the drug formulary"
          />
        </>
      )}
      <FormLong
        path="liabilityDispute.reason"
        label="Dispute over liability"
        hint="Only where the claims administrator also disputes that it must pay at all"
        optional
        rows={2}
      />
    </FormPart>
  )
}
