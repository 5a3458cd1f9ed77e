import { useState } from 'react'
import { useAct } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { isWaiting, progressInWords, useReadingFiles } from '~/record/reading-files.ts'
import { Button } from '~/ui/button.tsx'
import { LongField } from '~/ui/field.tsx'
import { Refused } from '~/ui/refused.tsx'

/** Finds the file complete, or takes it as complete with a reason. */
export function CompleteRecords() {
  const { caseId } = useCase()
  const files = useReadingFiles()
  const waiting = files.filter(isWaiting)
  const [reason, setReason] = useState('')
  const act = useAct(
    operations.completeRecords,
    'The file is complete; the clock of the decision runs.',
  )
  return (
    <>
      <h3>Complete the records</h3>
      <p>
        {files.length === 0
          ? 'No file has been received. Without records a reason is needed.'
          : 'The clock of the decision starts. If something owed is missing, say why the review goes on without it.'}
      </p>
      {waiting.length > 0 ? (
        <div className="note" id="why-not-complete">
          <p>
            {waiting.length === 1 ? 'A file is still' : `${waiting.length} files are still`} being
            read; the record can be completed when {waiting.length === 1 ? 'it is' : 'they are'}.
          </p>
          <ul className="under">
            {waiting.map((file) => (
              <li key={file.documentId}>
                {file.fileName}: {progressInWords(file)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <LongField
        label="Reason to go on without what is missing"
        optional
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <Refused error={act.error} took="The records were not completed." />
      <Button
        kind="primary"
        busy={act.isPending}
        disabled={waiting.length > 0}
        onPress={() =>
          act.mutate({ params: { caseId }, body: reason.trim() ? { reason: reason.trim() } : {} })
        }
      >
        Records are complete
      </Button>
    </>
  )
}
