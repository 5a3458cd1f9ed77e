import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { RadioField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'

type Method = 'mail' | 'electronic'

/** Opens the review and tells the parties what to send by when. */
export function AssignReview() {
  const { caseId } = useCase()
  const [noticeMethod, setNoticeMethod] = useState<Method>('electronic')
  const act = useAct(operations.assignReview, 'The review was assigned and the notice written.')
  return (
    <>
      <h3>Assign the review</h3>
      <p>
        Opens the review and writes the notice that tells every party what to send by when. The time
        to send depends on how the notice goes out; the clocks will show it.
      </p>
      <RadioField<Method>
        label="The notice goes out by"
        value={noticeMethod}
        onChange={setNoticeMethod}
        choices={[
          ['electronic', 'Electronic service'],
          ['mail', 'Mail'],
        ]}
      />
      <Refused error={act.error} took="The review was not assigned." />
      <Button
        kind="primary"
        busy={act.isPending}
        onPress={() => act.mutate({ params: { caseId }, body: { noticeMethod } })}
      >
        Assign and notify
      </Button>
    </>
  )
}
