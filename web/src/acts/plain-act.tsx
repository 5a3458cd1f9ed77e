import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import type { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { TickField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'

type PlainOperation =
  | typeof operations.receiveEligibilityFinding
  | typeof operations.listLateRecords
  | typeof operations.prepareReview
  | typeof operations.signDetermination
  | typeof operations.serveDetermination

/** An act that needs nothing but the case: what it does, a button, and what was refused. */
export function PlainAct({
  operation,
  title,
  says,
  press,
  done,
  confirm,
  again = false,
}: {
  readonly operation: PlainOperation
  readonly title: string
  readonly says: string
  readonly press: string
  readonly done: string
  /** A statement to tick before an act that cannot be undone. */
  readonly confirm?: string
  /** It was done before; doing it again is not what is next. */
  readonly again?: boolean
}) {
  const { caseId } = useCase()
  const [confirmed, setConfirmed] = useState(false)
  const act = useAct(operation, done)
  return (
    <>
      <h3>{title}</h3>
      <p>{says}</p>
      <Refused error={act.error} took="This was not done." />
      {confirm ? <TickField label={confirm} checked={confirmed} onChange={setConfirmed} /> : null}
      <Button
        kind={again ? 'plain' : 'primary'}
        busy={act.isPending}
        disabled={confirm !== undefined && !confirmed}
        onPress={() => act.mutate({ params: { caseId }, body: {} })}
      >
        {press}
      </Button>
    </>
  )
}
