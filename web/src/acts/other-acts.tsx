import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { Button } from '~/ui/button.tsx'
import { ChoiceField, LongField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import type { CaseStatus } from '~/ui/words.ts'

type Reason = 'authorized' | 'withdrawn' | 'settled'

const isOpen: ReadonlySet<CaseStatus> = new Set<CaseStatus>([
  'received',
  'awaiting-information',
  'deferred',
  'eligible',
  'records-open',
  'records-overdue',
  'records-complete',
  'reviewer-selected',
  'in-review',
  'quality',
  'quality-passed',
  'remanded',
])

const reasons: readonly (readonly [Reason, string])[] = [
  ['authorized', 'The claims administrator authorized it'],
  ['withdrawn', 'The application was withdrawn'],
  ['settled', 'The parties settled'],
]

/** Acts that are not the next step but may be needed at any time while the case is open. */
export function OtherActs() {
  const { status } = useCase()
  const may = useMay()
  if (!isOpen.has(status) || !may('terminateTreatment')) return null
  return (
    <details className="card other-acts">
      <summary>Change the priority, or end the review of a treatment</summary>
      <ConvertPriority />
      <EndReview />
    </details>
  )
}

function ConvertPriority() {
  const { caseId, priority } = useCase()
  const [reason, setReason] = useState('')
  const act = useAct(operations.convertPriority, 'The priority was changed; the clocks start anew.')
  const to = priority === 'standard' ? 'expedited' : 'standard'
  return (
    <form
      className="act"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ params: { caseId }, body: { to, reason } })
      }}
    >
      <h3>Make the review {to === 'expedited' ? 'expedited' : 'regular'}</h3>
      <LongField label="Reason for the change" rows={2} value={reason} onChange={setReason} />
      <Refused error={act.error} took="The priority was not changed." />
      <Button submit busy={act.isPending} disabled={reason.trim() === ''}>
        Change the priority
      </Button>
    </form>
  )
}

function EndReview() {
  const { caseId, treatments } = useCase()
  const open = treatments.filter(({ terminated }) => terminated === null)
  const [what, setWhat] = useState('all')
  const [reason, setReason] = useState<Reason>('authorized')
  const one = useAct(operations.terminateTreatment, 'The treatment left the dispute.')
  const all = useAct(operations.terminateReview, 'The review ended without a determination.')
  return (
    <form
      className="act"
      onSubmit={(event) => {
        event.preventDefault()
        if (what === 'all') all.mutate({ params: { caseId }, body: { reason } })
        else one.mutate({ params: { caseId, treatmentId: what }, body: { reason } })
      }}
    >
      <h3>End the review without a determination</h3>
      <ChoiceField
        label="Of"
        value={what}
        onChange={setWhat}
        choices={[
          ['all', 'the whole case'],
          ...open.map(({ treatment }) => [treatment.id, treatment.treatment] as const),
        ]}
      />
      <ChoiceField label="Because" value={reason} onChange={setReason} choices={reasons} />
      <Refused error={one.error ?? all.error} took="The review was not ended." />
      <Button submit kind="danger" busy={one.isPending || all.isPending}>
        End the review
      </Button>
    </form>
  )
}
