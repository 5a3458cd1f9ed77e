import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { today } from '~/ui/days.ts'
import { TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'

/** Records that the determination was left standing. */
export function AffirmDetermination() {
  const { caseId } = useCase()
  const [affirmedOn, setAffirmedOn] = useState(today())
  const act = useAct(
    operations.affirmDetermination,
    'The determination stands; the clocks of authorization and payment run again.',
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ params: { caseId }, body: { affirmedOn } })
      }}
    >
      <h3>The appeal was denied</h3>
      <TextField
        label="Order of"
        type="date"
        value={affirmedOn}
        onChange={setAffirmedOn}
        required
      />
      <Refused error={act.error} took="This was not recorded." />
      <Button submit busy={act.isPending}>
        The determination stands
      </Button>
    </form>
  )
}
