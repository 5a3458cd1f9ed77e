import { useState } from 'react'
import type { AnswerOf, CallOf } from '#api'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { ChoiceField, LongField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

type Choice = AnswerOf<typeof operations.getMoney>['choices']['findings'][number]
type Kind = CallOf<typeof operations.notePenaltyFinding>['body']['kind']

/** A breach or a ground of mitigation that a person found: the case keeps who found it and why. */
export function NotePenaltyFinding({
  kind,
  title,
  says,
  choices,
}: {
  readonly kind: Kind
  readonly title: string
  readonly says: string
  readonly choices: readonly Choice[]
}) {
  const { caseId } = useCase()
  const [chosen, setChosen] = useState('')
  const [because, setBecause] = useState('')
  const act = useAct(operations.notePenaltyFinding, 'The finding was noted.')
  const choice = choices.find(({ id }) => id === chosen)
  if (choices.length === 0) return <p>The rules of the time name nothing more.</p>
  return (
    <ActForm
      title={title}
      says={says}
      press="Note the finding"
      kind="plain"
      took="The finding was not noted."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate(
          { params: { caseId }, body: { kind, finding: choice?.id ?? '', stands: true, because } },
          { onSuccess: () => setBecause('') },
        )
      }
    >
      <ChoiceField
        label={kind === 'breach' ? 'Breach' : 'Ground'}
        hint={choice ? authorityOf(choice) : undefined}
        value={choice?.id ?? ''}
        onChange={setChosen}
        error={refusalAt(act.error, 'finding')}
        choices={[
          ['', 'Choose one'],
          ...choices.map(({ id, title: words }) => [id, words] as const),
        ]}
      />
      <LongField
        label="What shows it"
        rows={2}
        value={because}
        onChange={setBecause}
        error={refusalAt(act.error, 'because')}
      />
    </ActForm>
  )
}

function authorityOf({ authority, verified }: Choice): string {
  return verified ? authority : `${authority}; not yet read in the controlling text`
}

/** Takes a finding back, with the reason. */
export function TakeFindingBack({
  kind,
  finding,
  title,
}: {
  readonly kind: Kind
  readonly finding: string
  readonly title: string
}) {
  const { caseId } = useCase()
  const [because, setBecause] = useState('')
  const act = useAct(operations.notePenaltyFinding, 'The finding was taken back.')
  return (
    <ActForm
      title={`Take back: ${title}`}
      press="Take it back"
      kind="plain"
      took="The finding was not taken back."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({ params: { caseId }, body: { kind, finding, stands: false, because } })
      }
    >
      <LongField
        label="Why"
        rows={2}
        value={because}
        onChange={setBecause}
        error={refusalAt(act.error, 'because')}
      />
    </ActForm>
  )
}
