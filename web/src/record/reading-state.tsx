import { useAct } from '~/act.ts'
import { type ReceivedFile, useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { useMay } from '~/session.ts'
import { Button } from '~/ui/button.tsx'
import { Refused } from '~/ui/refused.tsx'
import { Empty } from '~/ui/states.tsx'
import { partyWords } from '~/ui/words.ts'
import { progressInWords, useReadingFiles } from './reading-files.ts'

/** In the place of the pages of a file that is not read: how far it is, or why not and what next. */
export function ReadingState({ file }: { readonly file: ReceivedFile }) {
  const now = useReadingFiles().find(({ documentId }) => documentId === file.documentId) ?? file
  return now.reading === 'failed' ? (
    <Empty title={`${file.fileName} could not be read`}>
      <p>{now.notReadBecause}</p>
      <p>
        It stays in the record as it came and can be downloaded. Have it read again, or ask the{' '}
        {partyWords[file.from].toLowerCase()} to send it in another format.
      </p>
      <ReadAgain documentId={file.documentId} />
    </Empty>
  ) : (
    <Empty title={`${file.fileName} is being read`}>
      <p>It was received and is safe. Its pages are shown as soon as they are read.</p>
      <ReadingProgress file={now} />
    </Empty>
  )
}

/** How far the reading of a file is, as a bar and in words. */
export function ReadingProgress({
  file,
}: {
  readonly file: ReturnType<typeof useReadingFiles>[number]
}) {
  const { progress } = file
  const pages = progress?.pages ?? file.pages
  return (
    <div className="reading-progress">
      {progress?.stage === 'reading' && pages !== null ? (
        <progress
          max={Math.max(1, pages)}
          value={progress.pagesDone}
          aria-label={`Reading ${file.fileName}`}
        />
      ) : (
        <progress aria-label={`Reading ${file.fileName}`} />
      )}
      <p className="under">
        {progressInWords(file)}
        {progress && progress.attempts > 1 ? `, attempt ${progress.attempts} of 3` : ''}
      </p>
    </div>
  )
}

/** Has a file read again that could not be read. */
export function ReadAgain({ documentId }: { readonly documentId: string }) {
  const { caseId } = useCase()
  const may = useMay()
  const act = useAct(operations.retryReading, 'The file will be read again.')
  if (!may('retryReading')) return null
  return (
    <>
      <Refused error={act.error} took="It will not be read again." />
      <Button
        busy={act.isPending}
        onPress={() => act.mutate({ params: { caseId, documentId }, body: {} })}
      >
        Read it again
      </Button>
    </>
  )
}
