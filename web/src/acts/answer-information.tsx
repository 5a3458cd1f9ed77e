import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { useSession } from '~/session.ts'
import { dayInWords } from '~/ui/days.ts'
import { ChoiceField, LongField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { type PartyRole, partyWords } from '~/ui/words.ts'
import { ActForm } from './act-form.tsx'
import { partyChoices } from './party-choices.ts'

/** Answers what was asked: the party for itself, a case manager for the party. */
export function AnswerInformation() {
  const { caseId, application, informationRequested: asked } = useCase()
  const isOffice = useSession().data?.user?.role === 'case-manager'
  const [from, setFrom] = useState<PartyRole>(asked[0]?.from ?? 'claims-administrator')
  const [answer, setAnswer] = useState('')
  const act = useAct(operations.answerInformation, 'The answer was received.')
  const choices = asked.length
    ? [...new Set(asked.map((one) => one.from))].map((role) => [role, partyWords[role]] as const)
    : partyChoices(application)
  return (
    <ActForm
      title={isOffice ? 'Record the answer of a party' : 'Answer what was asked'}
      press={isOffice ? 'Record the answer' : 'Send the answer'}
      took="The answer was not taken."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({ params: { caseId }, body: isOffice ? { from, answer } : { answer } })
      }
    >
      {asked.length > 0 ? (
        <ul className="bullets">
          {asked.map((one) => (
            <li key={`${one.from} ${one.requestedOn} ${one.what}`}>
              {partyWords[one.from]}, asked {dayInWords(one.requestedOn)}: {one.what}
            </li>
          ))}
        </ul>
      ) : (
        <p>What is missing stands below.</p>
      )}
      {isOffice ? (
        <ChoiceField
          label="Whose answer it is"
          value={from}
          onChange={setFrom}
          choices={choices}
          error={refusalAt(act.error, 'from')}
        />
      ) : null}
      <LongField
        label="The answer"
        hint="Papers that go with it are added to the record as files."
        rows={4}
        value={answer}
        onChange={setAnswer}
        error={refusalAt(act.error, 'answer')}
      />
    </ActForm>
  )
}
