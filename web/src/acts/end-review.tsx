import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { ChoiceField, TextField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

type Reason = 'authorized' | 'withdrawn' | 'settled'

const reasons: readonly (readonly [Reason, string])[] = [
  ['authorized', 'The claims administrator authorized it'],
  ['withdrawn', 'The application was withdrawn'],
  ['settled', 'The parties settled'],
]

/** A treatment leaves the dispute, or the whole review ends, without a determination. */
export function EndReview() {
  const { caseId, treatments } = useCase()
  const open = treatments.filter(({ terminated }) => terminated === null)
  const [what, setWhat] = useState('all')
  const [reason, setReason] = useState<Reason>('authorized')
  const [authorizedOn, setAuthorizedOn] = useState('')
  const [toldOn, setToldOn] = useState('')
  const one = useAct(operations.terminateTreatment, 'The treatment left the dispute.')
  const all = useAct(operations.terminateReview, 'The review ended without a determination.')
  const error = one.error ?? all.error
  const known = reason === 'authorized' && (authorizedOn !== '' || toldOn !== '')
  const body = { reason, ...(known ? { authorization: { authorizedOn, toldOn } } : {}) }
  return (
    <ActForm
      title="End the review without a determination"
      press="End the review"
      kind="danger"
      took="The review was not ended."
      busy={one.isPending || all.isPending}
      error={error}
      onSubmit={() => {
        if (what === 'all') all.mutate({ params: { caseId }, body })
        else one.mutate({ params: { caseId, treatmentId: what }, body })
      }}
    >
      <ChoiceField
        label="Of"
        value={what}
        onChange={setWhat}
        choices={[
          ['all', 'the whole case'],
          ...open.map(({ treatment }) => [treatment.id, treatment.treatment] as const),
        ]}
      />
      <ChoiceField label="Because" value={reason} onChange={setReason} choices={reasons} />
      {reason === 'authorized' ? (
        <>
          <p className="quiet">
            Who authorizes tells us within five days. With both days the case keeps a certificate of
            that clock; without them the penalties say that they are not recorded.
          </p>
          <TextField
            label="Authorized on"
            type="date"
            optional
            value={authorizedOn}
            onChange={setAuthorizedOn}
            error={refusalAt(error, 'authorization.authorizedOn')}
          />
          <TextField
            label="We were told on"
            type="date"
            optional
            value={toldOn}
            onChange={setToldOn}
            error={refusalAt(error, 'authorization.toldOn')}
          />
        </>
      ) : null}
    </ActForm>
  )
}
