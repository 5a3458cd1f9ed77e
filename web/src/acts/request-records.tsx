import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { ChoiceField, LongField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import type { PartyRole } from '~/ui/words.ts'
import { ActForm } from './act-form.tsx'
import { partyChoices } from './party-choices.ts'

/** Asks a party for more of the record. */
export function RequestRecords() {
  const { caseId, application } = useCase()
  const [from, setFrom] = useState<PartyRole>('requesting-physician')
  const [what, setWhat] = useState('')
  const act = useAct(operations.requestRecords, 'The request for records was sent.')
  return (
    <ActForm
      title="Ask for more of the record"
      says="Writes and sends the request, with a copy to the injured worker and the requesting physician; the time to send starts today."
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
        label="What is to be sent"
        hint="“the operative report of March 2025”"
        rows={3}
        value={what}
        onChange={setWhat}
        error={refusalAt(act.error, 'what')}
      />
    </ActForm>
  )
}
