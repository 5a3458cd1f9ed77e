import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { TextField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

/** Takes another open review of the same employee, physician and injury into this one. */
export function ConsolidateCases() {
  const { caseId, eligibility, takenIn } = useCase()
  const [typed, setTyped] = useState('')
  const act = useAct(operations.consolidateCases, 'The other review has joined this one.')
  const joined = new Set(takenIn.map(({ caseNumber }) => caseNumber))
  const offered = (eligibility?.consolidateWith ?? []).filter((number) => !joined.has(number))
  const join = (joiningCaseNumber: string): void =>
    act.mutate({ params: { caseId }, body: { joiningCaseNumber } })
  return (
    <ActForm
      title="Consolidate with another review"
      says="The treatments of the other review are decided here, in one determination; the other review ends and its parties are told. Both must be of the same injured worker, requesting physician and date of injury."
      press="Take this review in"
      kind="plain"
      took="The reviews were not consolidated."
      busy={act.isPending}
      error={act.error}
      disabled={typed.trim() === ''}
      onSubmit={() => join(typed.trim())}
    >
      {offered.length > 0 ? (
        <>
          <p>The eligibility table found:</p>
          <p className="buttons">
            {offered.map((number) => (
              <Button key={number} kind="primary" busy={act.isPending} onPress={() => join(number)}>
                {`Take ${number} in`}
              </Button>
            ))}
          </p>
        </>
      ) : null}
      <TextField
        label="Number of the other case"
        hint="CM26-0000001"
        value={typed}
        onChange={setTyped}
        error={refusalAt(act.error, 'joiningCaseNumber')}
      />
    </ActForm>
  )
}
