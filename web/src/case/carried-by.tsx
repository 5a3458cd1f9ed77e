import { useState } from 'react'
import { useAct } from '~/act.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { useCase } from './case-context.ts'

/** Who of the organization carries the case, and at which office; both can be changed here. */
export function CarriedBy() {
  const { caseId, office, caseManager } = useCase()
  const [wanted, setWanted] = useState(office ?? '')
  const act = useAct(operations.placeCase, 'The case was handed over.')
  const place = (body: { office?: string | null; caseManager?: 'me' | null }): void =>
    act.mutate({ params: { caseId }, body })
  return (
    <section className="card" aria-labelledby="carried-heading">
      <h2 id="carried-heading">Carried by</h2>
      <p>
        {caseManager ?? 'Nobody yet'}
        {office ? `, ${office}` : ''}
      </p>
      <Refused error={act.error} took="The case stays where it is." />
      <div className="buttons">
        <Button busy={act.isPending} onPress={() => place({ caseManager: 'me' })}>
          Take the case on
        </Button>
        {caseManager ? (
          <Button busy={act.isPending} onPress={() => place({ caseManager: null })}>
            Give it back
          </Button>
        ) : null}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          place({ office: wanted.trim() || null })
        }}
      >
        <TextField label="Office" value={wanted} onChange={setWanted} optional />
        <Button submit busy={act.isPending} disabled={wanted.trim() === (office ?? '')}>
          Hand to this office
        </Button>
      </form>
    </section>
  )
}
