import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { useSession } from '~/session.ts'
import { LongField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

/** The reviewer declines or is taken off the case; nothing of the work goes to the next. */
export function ReleaseReviewer() {
  const { caseId } = useCase()
  const isReviewer = useSession().data?.user?.role === 'reviewer'
  const [reason, setReason] = useState('')
  const act = useAct(operations.releaseReviewer, 'The reviewer was released from the case.')
  return (
    <ActForm
      title={isReviewer ? 'Give the case back' : 'Release the reviewer'}
      says="Decisions that are not issued yet are not handed on; another reviewer starts afresh."
      press={isReviewer ? 'Give the case back' : 'Release the reviewer'}
      kind="danger"
      took="The reviewer was not released."
      busy={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { caseId }, body: { reason } })}
    >
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
