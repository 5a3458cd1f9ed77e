import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { dueDay } from '~/case/next-running.ts'
import { operations, refusedWith } from '~/client.ts'
import { dayInWords } from '~/ui/days.ts'
import { LongField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

/** Asks for a deferred review again; where that is late, with a reason. */
export function ReopenReview() {
  const { caseId, clocks } = useCase()
  const [reason, setReason] = useState('')
  const [lateBecause, setLateBecause] = useState('')
  const act = useAct(operations.reopenReview, 'The review was taken up again.')
  const time = clocks.find(({ clock }) => clock === 'F4')
  const isLate = time?.status === 'ran-out' || refusedWith(act.error, 'reopened-too-late')
  return (
    <ActForm
      title="Take the review up again"
      says={
        time
          ? `It may be asked for until ${dayInWords(dueDay(time.deadline.due))}. Eligibility is then tested again.`
          : 'Eligibility is then tested again.'
      }
      press="Take it up again"
      took="The review was not taken up."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({
          params: { caseId },
          body: { reason, ...(lateBecause.trim() ? { lateBecause: lateBecause.trim() } : {}) },
        })
      }
    >
      <LongField
        label="Who asks, and for what"
        rows={2}
        value={reason}
        onChange={setReason}
        error={refusalAt(act.error, 'reason')}
      />
      {isLate ? (
        <LongField
          label="Why it is taken up although the time is over"
          rows={2}
          value={lateBecause}
          onChange={setLateBecause}
        />
      ) : null}
    </ActForm>
  )
}
