import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { LongField, TextField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

/** Records that the dispute over liability is resolved, from the notice that says so. */
export function ResolveLiability() {
  const { caseId, application } = useCase()
  const [noticeServedOn, setServedOn] = useState('')
  const [reason, setReason] = useState('')
  const act = useAct(operations.resolveLiability, 'The notice was recorded.')
  return (
    <ActForm
      title="The dispute over liability is resolved"
      says={
        application.liabilityDispute
          ? `The review waits because: ${application.liabilityDispute.reason}. From the day the notice was served, thirty days to ask for the review run.`
          : 'From the day the notice was served, thirty days to ask for the review run.'
      }
      press="Record the notice"
      took="The notice was not recorded."
      busy={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { caseId }, body: { noticeServedOn, reason } })}
    >
      <TextField
        label="Day on which the notice was served"
        type="date"
        value={noticeServedOn}
        onChange={setServedOn}
        error={refusalAt(act.error, 'noticeServedOn')}
      />
      <LongField
        label="How it was resolved"
        rows={2}
        value={reason}
        onChange={setReason}
        error={refusalAt(act.error, 'reason')}
      />
    </ActForm>
  )
}
