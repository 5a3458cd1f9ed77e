import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { today } from '~/ui/days.ts'
import { ChoiceField, LongField, TextField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'
import { appealGrounds, type GroundChoice, groundOf } from './appeal-grounds.ts'

/** Records that the Board sent the dispute back, with the ground, the wrong fact and its page. */
export function RemandDetermination() {
  const { caseId, appeal, files } = useCase()
  const [remandedOn, setRemandedOn] = useState(today())
  const [ground, setGround] = useState<GroundChoice>(
    appealGrounds.find(([number]) => number === String(appeal?.ground))?.[0] ?? '5',
  )
  const [wrongFact, setWrongFact] = useState('')
  const [documentId, setDocumentId] = useState(files[0]?.documentId ?? '')
  const [page, setPage] = useState('')
  const act = useAct(
    operations.remandDetermination,
    'The dispute goes to another reviewer; the clock of the decision runs again.',
  )
  const number = Number(page)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({
          params: { caseId },
          body: {
            remandedOn,
            ground: groundOf(ground),
            wrongFact,
            ...(Number.isInteger(number) && number > 0
              ? { proof: { documentId, page: number } }
              : {}),
          },
        })
      }}
    >
      <h3>The dispute was sent back</h3>
      <p>
        Another reviewer decides it (Labor Code 4610.6(i)). The next reviewer sees the order, so
        that the same error is not made again.
      </p>
      <TextField
        label="Order of"
        type="date"
        value={remandedOn}
        onChange={setRemandedOn}
        required
      />
      <ChoiceField label="Ground" value={ground} onChange={setGround} choices={appealGrounds} />
      <LongField
        label="The finding of fact that the order calls wrong, in its words"
        rows={3}
        value={wrongFact}
        onChange={setWrongFact}
      />
      <ChoiceField
        label="File that proves it wrong"
        value={documentId}
        onChange={setDocumentId}
        choices={files.map((file) => [file.documentId, file.fileName] as const)}
      />
      <TextField
        label="Page of that file"
        value={page}
        onChange={setPage}
        optional={ground !== '5'}
        required={ground === '5'}
      />
      <Refused error={act.error} took="The order was not recorded." />
      <Button submit busy={act.isPending} disabled={wrongFact.trim() === ''}>
        Send to another reviewer
      </Button>
    </form>
  )
}
