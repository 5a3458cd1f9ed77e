import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { today } from '~/ui/days.ts'
import { TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'

/** Records that an overturned treatment was authorized or paid. */
export function RecordImplementation() {
  const { caseId, treatments } = useCase()
  const act = useAct(operations.recordImplementation, 'The implementation was recorded.')
  const [implementedOn, setImplementedOn] = useState(today())
  const owed = treatments.filter(
    ({ decision, implemented }) => decision?.decision === 'overturned' && !implemented,
  )
  return (
    <>
      <h3>Record what was authorized or paid</h3>
      <TextField
        label="Day of authorization or payment"
        type="date"
        value={implementedOn}
        onChange={setImplementedOn}
        required
      />
      <Refused error={act.error} took="This was not recorded." />
      <ul className="owed">
        {owed.map(({ treatment }) => (
          <li key={treatment.id}>
            <span>{treatment.treatment}</span>
            <Button
              busy={act.isPending && act.variables.params.treatmentId === treatment.id}
              onPress={() =>
                act.mutate({
                  params: { caseId, treatmentId: treatment.id },
                  body: implementedOn ? { implementedOn } : {},
                })
              }
            >
              {treatment.retrospective ? 'Paid' : 'Authorized'}
              <span className="visually-hidden">: {treatment.treatment}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
