import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { RadioField, TextField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { ActForm } from './act-form.tsx'

type Kind = 'proved' | 'absent'

/** Whether the employee and the physician got a copy of what the claims administrator sent. */
export function NoteCopy({
  documentId,
  fileName,
}: {
  readonly documentId: string
  readonly fileName: string
}) {
  const { caseId } = useCase()
  const [kind, setKind] = useState<Kind>('proved')
  const [copiedOn, setCopiedOn] = useState('')
  const [says, setSays] = useState('')
  const act = useAct(operations.noteCopyToParties, 'What shows the copy was noted.')
  return (
    <ActForm
      title={`Copy of ${fileName}`}
      press="Note it"
      kind="plain"
      took="This was not noted."
      busy={act.isPending}
      error={act.error}
      onSubmit={() =>
        act.mutate({
          params: { caseId, documentId },
          body: {
            copy: kind === 'proved' ? { kind, copiedOn, proof: says } : { kind, because: says },
          },
        })
      }
    >
      <RadioField<Kind>
        label="The employee and the physician"
        value={kind}
        onChange={setKind}
        choices={[
          ['proved', 'got a copy'],
          ['absent', 'are not shown to have got one'],
        ]}
      />
      {kind === 'proved' ? (
        <TextField
          label="Copied on"
          type="date"
          value={copiedOn}
          onChange={setCopiedOn}
          error={refusalAt(act.error, 'copy.copiedOn')}
        />
      ) : null}
      <TextField
        label={kind === 'proved' ? 'What shows it' : 'Why'}
        value={says}
        onChange={setSays}
        error={refusalAt(act.error, kind === 'proved' ? 'copy.proof' : 'copy.because')}
      />
    </ActForm>
  )
}
