import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'
import { LongField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'

/** The clinical case summary, as the letter will print it. */
export function CaseSummary() {
  const { caseId, caseSummary } = useCase()
  const [text, setText] = useState(caseSummary ?? '')
  const act = useAct(operations.writeCaseSummary, 'The clinical case summary was saved.')
  const isSaved = text === caseSummary
  return (
    <>
      <h3>Write the clinical case summary</h3>
      <LongField
        label="Clinical case summary"
        hint="Printed in the letter before the decisions. No names; age, injury, course, findings, what was refused."
        rows={8}
        reading
        value={text}
        onChange={setText}
      />
      <Refused error={act.error} took="The summary was not saved." />
      <Button
        kind={caseSummary ? 'plain' : 'primary'}
        busy={act.isPending}
        disabled={isSaved}
        onPress={() => act.mutate({ params: { caseId }, body: { text } })}
      >
        {isSaved ? 'Saved' : 'Save the summary'}
      </Button>
    </>
  )
}
