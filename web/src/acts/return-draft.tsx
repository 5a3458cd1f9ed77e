import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { LongField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'

/** Sends the draft back to the reviewer with reasons, one a line. */
export function ReturnDraft() {
  const { caseId } = useCase()
  const [text, setText] = useState('')
  const act = useAct(operations.returnDraft, 'The draft went back to the reviewer.')
  const [first, ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return (
    <>
      <h3>Send the draft back</h3>
      <LongField
        label="Reasons, one a line"
        hint="The reviewer reads them on top of the case."
        rows={3}
        value={text}
        onChange={setText}
      />
      <Refused error={act.error} took="The draft was not sent back." />
      <Button
        busy={act.isPending}
        disabled={first === undefined}
        onPress={() => {
          if (first !== undefined)
            act.mutate({ params: { caseId }, body: { reasons: [first, ...rest] } })
        }}
      >
        Send back
      </Button>
    </>
  )
}
