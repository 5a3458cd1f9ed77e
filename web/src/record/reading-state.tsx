import type { ReceivedFile } from '~/case/case-context.ts'
import { Empty } from '~/ui/states.tsx'

/** In the place of the pages of a file that is not read: where its reading stands. */
export function ReadingState({ file }: { readonly file: ReceivedFile }) {
  return file.reading === 'failed' ? (
    <Empty title={`${file.fileName} could not be read`}>
      <p>{file.notReadBecause}</p>
    </Empty>
  ) : (
    <Empty title={`${file.fileName} is being read`}>
      <p>It was received and is safe. Its pages are shown as soon as they are read.</p>
    </Empty>
  )
}
