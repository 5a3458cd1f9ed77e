import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { useSession } from '~/session.ts'
import { ChoiceField, TextField } from '~/ui/field.tsx'
import { refusalAt } from '~/ui/places.ts'
import { type PartyRole, partyWords } from '~/ui/words.ts'
import { ActForm } from './act-form.tsx'

/** Adds a file that was found after the others were sent, with the day on which it was found. */
export function LateRecord() {
  const { caseId } = useCase()
  const role = useSession().data?.user?.role
  const [from, setFrom] = useState<PartyRole>(
    role === 'employee' ? 'employee' : 'claims-administrator',
  )
  const [foundOn, setFoundOn] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const act = useAct(operations.receiveLateRecord, 'The file was received.')
  return (
    <ActForm
      title="Add a file that was found late"
      says="A record that is found after the others were sent is owed at once. The day on which it was found is kept with it; a draft that quality has goes back to the reviewer."
      press="Add the file"
      kind="plain"
      took="The file was not received."
      busy={act.isPending}
      error={act.error}
      disabled={file === null}
      onSubmit={() => {
        if (file) {
          act.mutate({
            params: { caseId },
            query: { fileName: file.name, from, foundOn },
            body: file,
          })
        }
      }}
    >
      {role === 'case-manager' ? (
        <ChoiceField
          label="The file comes from"
          value={from}
          onChange={setFrom}
          choices={(Object.keys(partyWords) as PartyRole[]).map(
            (each) => [each, partyWords[each]] as const,
          )}
        />
      ) : null}
      <TextField
        label="Found on"
        type="date"
        value={foundOn}
        onChange={setFoundOn}
        error={refusalAt(act.error, 'foundOn')}
      />
      <label className="button file-button">
        {file ? `Chosen: ${file.name}` : 'Choose the PDF file'}
        <input
          type="file"
          accept="application/pdf"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
    </ActForm>
  )
}
