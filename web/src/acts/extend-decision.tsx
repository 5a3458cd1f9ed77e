import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { LongField, TextField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

/** More days for the decision, as the Administrative Director approved them. */
export function ExtendDecision() {
  const { caseId } = useCase()
  const [days, setDays] = useState('')
  const [approval, setApproval] = useState('')
  const [approvedOn, setApprovedOn] = useState('')
  const [reason, setReason] = useState('')
  const act = useAct(operations.extendDecision, 'The decision has more days.')
  return (
    <ActForm
      title="More days for the decision"
      says="The Administrative Director may approve more days in extraordinary circumstances or for good cause. The clock of the decision is counted anew."
      press="Record the days"
      kind="plain"
      took="The days were not recorded."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({
          params: { caseId },
          body: { days: Number(days), approval, approvedOn, reason },
        })
      }
    >
      <TextField
        label="Days besides"
        value={days}
        onChange={setDays}
        error={refusalAt(act.error, 'days')}
      />
      <TextField
        label="Number or name of the approval"
        value={approval}
        onChange={setApproval}
        error={refusalAt(act.error, 'approval')}
      />
      <TextField
        label="Approved on"
        type="date"
        value={approvedOn}
        onChange={setApprovedOn}
        error={refusalAt(act.error, 'approvedOn')}
      />
      <LongField
        label="Reason"
        rows={2}
        value={reason}
        onChange={setReason}
        error={refusalAt(act.error, 'reason')}
      />
    </ActForm>
  )
}
