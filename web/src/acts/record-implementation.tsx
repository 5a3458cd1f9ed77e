import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { Refused } from '~/ui/refused.tsx'

/** Records that an overturned treatment was authorized or paid. */
export function RecordImplementation() {
  const { caseId, treatments } = useCase()
  const act = useAct(operations.recordImplementation, 'The implementation was recorded.')
  const owed = treatments.filter(
    ({ decision, implemented }) => decision?.decision === 'overturned' && !implemented,
  )
  return (
    <>
      <h3>Record what was authorized or paid</h3>
      <Refused error={act.error} took="This was not recorded." />
      <ul className="owed">
        {owed.map(({ treatment }) => (
          <li key={treatment.id}>
            <span>{treatment.treatment}</span>
            <Button
              busy={act.isPending && act.variables.params.treatmentId === treatment.id}
              onPress={() => act.mutate({ params: { caseId, treatmentId: treatment.id } })}
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
