import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '~/act.ts'
import { operations } from '~/client.ts'
import { useSession } from '~/session.ts'
import { SignInFirst } from '~/shell/sign-in-first.tsx'
import { Button } from '~/ui/button.tsx'
import { PageHead } from '~/ui/page-head.tsx'
import { Refused } from '~/ui/refused.tsx'
import { ClaimPart } from './claim-part.tsx'
import { FormPart } from './form-fields.tsx'
import { FormContext, type Values } from './form-values.ts'
import { makeApplication } from './make-application.ts'
import { PartiesPart } from './parties-part.tsx'
import { SignaturePart } from './signature-part.tsx'
import { TreatmentFields } from './treatment-fields.tsx'
import { UtilizationReviewPart } from './utilization-review-part.tsx'

/** A new application: the fields of DWC Form IMR, with refusals where they belong. */
export function NewApplication() {
  return (
    <SignInFirst>
      <ApplicationForm />
    </SignInFirst>
  )
}

function ApplicationForm() {
  const navigate = useNavigate()
  const session = useSession()
  const [values, setValues] = useState<Values>({})
  const [treatments, setTreatments] = useState(1)
  const act = useAct(operations.submitApplication, 'The application was received.')
  const isCaseManager = session.data?.user?.role === 'case-manager'
  return (
    <FormContext
      value={{
        values,
        set: (path, value) => setValues((all) => ({ ...all, [path]: value })),
        error: act.error,
      }}
    >
      <div className="page">
        <PageHead
          title="Application for Independent Medical Review"
          tab="New application"
          lead="The fields of DWC Form IMR. The utilization review decision has most of the answers."
        />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            act.mutate(
              { body: makeApplication(values, treatments) },
              {
                onSuccess: ({ caseId }) =>
                  void navigate({ to: '/cases/$caseId', params: { caseId } }),
              },
            )
          }}
        >
          <Refused error={act.error} took="The application was not taken." />
          <PartiesPart />
          <ClaimPart isCaseManager={isCaseManager} />
          <UtilizationReviewPart />
          <FormPart
            title="Disputed treatments"
            says="Each treatment that was refused, in the words of the request. A decision is made on each."
          >
            {Array.from({ length: treatments }, (_, at) => (
              <TreatmentFields key={`treatment ${at + 1}`} at={at} count={treatments} />
            ))}
            <p className="buttons">
              <Button onPress={() => setTreatments(treatments + 1)}>Add a treatment</Button>
              {treatments > 1 ? (
                <Button kind="quiet" onPress={() => setTreatments(treatments - 1)}>
                  Remove the last
                </Button>
              ) : null}
            </p>
          </FormPart>
          <SignaturePart />
          <Button submit kind="primary" busy={act.isPending}>
            Submit the application
          </Button>
        </form>
      </div>
    </FormContext>
  )
}
