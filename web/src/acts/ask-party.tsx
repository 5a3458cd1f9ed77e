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
  return (
    <AskParty
      operation={operations.requestInformation}
      first="claims-administrator"
      title="Ask a party for information"
      says="Writes and sends the request; the time to answer starts today."
      label="What is asked"
      hint="As the party will read it: “whether the knee is accepted”"
      done="The request was sent."
    />
  )
}

/** Asks a party for more of the record. */
export function RequestRecords() {
  return (
    <AskParty
      operation={operations.requestRecords}
      first="requesting-physician"
      title="Ask for more of the record"
      says="Writes and sends the request, with a copy to the injured worker and the requesting physician; the time to send starts today."
      label="What is to be sent"
      hint="“the operative report of March 2025”"
      done="The request for records was sent."
    />
  )
}

function AskParty({
  operation,
  first,
  title,
  says,
  label,
  hint,
  done,
}: {
  readonly operation: typeof operations.requestInformation | typeof operations.requestRecords
  /** The party that is asked most often. */
  readonly first: PartyRole
  readonly title: string
  readonly says: string
  readonly label: string
  readonly hint: string
  readonly done: string
}) {
  const { caseId, application } = useCase()
  const [from, setFrom] = useState<PartyRole>(first)
  const [what, setWhat] = useState('')
  const act = useAct(operation, done)
  return (
    <ActForm
      title={title}
      says={says}
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
        label={label}
        hint={hint}
        rows={3}
        value={what}
        onChange={setWhat}
        error={refusalAt(act.error, 'what')}
      />
    </ActForm>
  )
}
