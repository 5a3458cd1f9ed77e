import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { ChoiceField, LongField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import type { PartyRole } from '~/ui/words.ts'
import { ActForm } from './act-form.tsx'
import { partyChoices } from './party-choices.ts'

/** Asks a party for what eligibility depends on. */
export function RequestInformation() {
  const { caseId, application } = useCase()
  const [from, setFrom] = useState<PartyRole>('claims-administrator')
  const [what, setWhat] = useState('')
  const act = useAct(operations.requestInformation, 'The request was sent.')
  return (
    <ActForm
      title="Ask a party for information"
      says="Writes and sends the request; the time to answer starts today."
      press="Send the request"
      kind="plain"
      took="The request was not sent."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({ params: { caseId }, body: { from, what } }, { onSuccess: () => setWhat('') })
      }
    >
      <ChoiceField
        label="Who is asked"
        value={from}
        onChange={setFrom}
        choices={partyChoices(application)}
        error={refusalAt(act.error, 'from')}
      />
      <LongField
        label="What is asked"
        hint="As the party will read it: “whether the knee is accepted”"
        rows={3}
        value={what}
        onChange={setWhat}
        error={refusalAt(act.error, 'what')}
      />
    </ActForm>
  )
}
