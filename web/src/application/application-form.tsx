import { type ReactNode, useState } from 'react'
import type { CallOf } from '#api'
import type { operations } from '~/client.ts'
import { useSession } from '~/session.ts'
import { Button } from '~/ui/button.tsx'
import { TickField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { ClaimPart } from './claim-part.tsx'
import { FormPart } from './form-fields.tsx'
import { FormContext, type Origins, type Values } from './form-values.ts'
import { makeApplication } from './make-application.ts'
import { PartiesPart } from './parties-part.tsx'
import { SignaturePart } from './signature-part.tsx'
import { TreatmentFields } from './treatment-fields.tsx'
import { UtilizationReviewPart } from './utilization-review-part.tsx'

export type SentApplication = CallOf<typeof operations.submitApplication>['body']

/** What stands in the form when it opens. */
export type Filled = {
  readonly values: Values
  readonly treatments: number
  /** For fields that were taken from a document: where they stand in it. */
  readonly origins: Origins
}

/** The fields of DWC Form IMR, empty or filled in; refusals stand at their field. */
export function ApplicationForm({
  filled,
  press,
  took,
  busy,
  error,
  onSend,
  children,
}: {
  readonly filled: Filled
  readonly press: string
  readonly took: string
  readonly busy: boolean
  readonly error: Error | null
  readonly onSend: (application: SentApplication) => void
  readonly children?: ReactNode
}) {
  const [values, setValues] = useState<Values>(filled.values)
  const [treatments, setTreatments] = useState(filled.treatments)
  const [origins, setOrigins] = useState<Origins>(filled.origins)
  const [compared, setCompared] = useState(false)
  const isCaseManager = useSession().data?.user?.role === 'case-manager'
  const taken = Object.keys(origins).length
  return (
    <FormContext
      value={{
        values,
        origins,
        set: (path, value) => {
          setValues((all) => ({ ...all, [path]: value }))
          // What a person typed is that person's word and no longer the document's.
          setOrigins((all) =>
            Object.fromEntries(Object.entries(all).filter(([taken]) => taken !== path)),
          )
        },
        error,
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) onSend(makeApplication(values, treatments))
        }}
      >
        <Refused error={error} took={took} />
        {children}
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
        {taken > 0 ? (
          <TickField
            label={`I compared the ${taken} ${taken === 1 ? 'field' : 'fields'} taken from the document with its pages.`}
            checked={compared}
            onChange={setCompared}
          />
        ) : null}
        <Button submit kind="primary" busy={busy} disabled={taken > 0 && !compared}>
          {press}
        </Button>
      </form>
    </FormContext>
  )
}
