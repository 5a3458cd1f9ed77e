import { useState } from 'react'
import { useAct, useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { TickField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Loading } from '~/ui/states.tsx'

/** The reviewer states, one by one, what the law asks, and takes the case. */
export function AttestReview() {
  const { caseId } = useCase()
  const { data, error, isPending } = useRead(operations.listAttestationStatements, {})
  const [stated, setStated] = useState<ReadonlySet<string>>(new Set())
  const act = useAct(operations.attestReview, 'You have taken the case.')
  return (
    <>
      <h3>Attest and take the case</h3>
      <p>Labor Code 139.5 asks each of these of you, for this case. All are needed.</p>
      {isPending ? <Loading what="the statements" /> : null}
      <Refused error={error} />
      <fieldset className="statements">
        <legend className="visually-hidden">What you attest</legend>
        {data?.statements.map(({ id, sentence }) => (
          <TickField
            key={id}
            label={sentence}
            checked={stated.has(id)}
            onChange={(checked) => {
              const next = new Set(stated)
              if (checked) next.add(id)
              else next.delete(id)
              setStated(next)
            }}
          />
        ))}
      </fieldset>
      <Refused error={act.error} took="The case was not taken." />
      <Button
        kind="primary"
        busy={act.isPending}
        onPress={() => act.mutate({ params: { caseId }, body: { statements: [...stated] } })}
      >
        Attest and take the case
      </Button>
    </>
  )
}
