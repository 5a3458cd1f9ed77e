import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { today } from '~/ui/days.ts'
import { ChoiceField, TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { appealGrounds, type GroundChoice, groundOf } from './appeal-grounds.ts'

/** Records a petition against the determination; authorization and payment wait from then on. */
export function FileAppeal() {
  const { caseId } = useCase()
  const [filedOn, setFiledOn] = useState(today())
  const [ground, setGround] = useState<GroundChoice>('5')
  const act = useAct(operations.fileAppeal, 'The appeal was recorded; implementation waits.')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ params: { caseId }, body: { filedOn, ground: groundOf(ground) } })
      }}
    >
      <h3>Record an appeal</h3>
      <p>
        A verified petition to the Appeals Board (Labor Code 4610.6(h)). Until it is resolved, the
        clocks of authorization and payment stand still.
      </p>
      <TextField label="Filed on" type="date" value={filedOn} onChange={setFiledOn} required />
      <ChoiceField label="Ground" value={ground} onChange={setGround} choices={appealGrounds} />
      <Refused error={act.error} took="The appeal was not recorded." />
      <Button submit busy={act.isPending}>
        Record the appeal
      </Button>
    </form>
  )
}
