import type { RecordedEvent } from '#case'
import type { FileReading } from '#records'
import { getJson } from './artifacts.ts'
import type { Deps } from './deps.ts'

/** A received file with the reading of its pages. */
export type ReadFile = {
  readonly fileId: string
  readonly fileName: string
  readonly sha256: string
  readonly reading: FileReading
}

/** All files of the record with their page texts, in the order they came. */
export async function readRecord(
  deps: Deps,
  events: readonly RecordedEvent[],
): Promise<readonly ReadFile[]> {
  const files: ReadFile[] = []
  for (const { event } of events) {
    if (event.type !== 'RecordReceived') continue
    files.push({
      fileId: event.documentId,
      fileName: event.fileName,
      sha256: event.file.sha256,
      reading: await getJson<FileReading>(deps.artifacts, event.pageTexts),
    })
  }
  return files
}
