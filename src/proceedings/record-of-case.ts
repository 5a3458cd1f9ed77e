import { type CaseState, type CorrectedDocument, foldEvents, type RecordedEvent } from '#case'
import {
  documentsInTurns,
  documentsOfFile,
  type FileOfRecord,
  type FileReading,
  type RecordDocument,
} from '#records'
import type { Deps } from './deps.ts'
import { type ReadFile, type ReceivedFile, readTexts, receivedFiles } from './read-record.ts'
import { takingTurns } from './taking-turns.ts'

/** The record of a case as the rooms of evidence and criteria want it. */
export type PreparedRecord = {
  /** Those that are read. */
  readonly files: readonly ReadFile[]
  readonly documents: readonly RecordDocument[]
  readonly readings: ReadonlyMap<string, FileReading>
  /** Those that are read and those that could not be; what waits is in none. */
  readonly known: readonly FileOfRecord[]
  readonly waiting: readonly ReceivedFile[]
}

/**
 * The files of a case with the documents in them: what persons said they are, else what the pages
 * propose. The one place where the documents of a case come from.
 */
export async function recordOfCase(
  deps: Deps,
  events: readonly RecordedEvent[],
  /** What persons said, where that is newer than the events. */
  correctedDocuments: CaseState['correctedDocuments'] = foldEvents(events).correctedDocuments,
): Promise<PreparedRecord> {
  const files: ReadFile[] = []
  const known: FileOfRecord[] = []
  const waiting: ReceivedFile[] = []
  const documents: RecordDocument[] = []
  for (const file of receivedFiles(events)) {
    const { documentId: fileId, fileName, file: bytes } = file.received
    const reading = await readTexts(deps, file)
    if (reading === null && file.notReadBecause === null) {
      waiting.push(file)
      continue
    }
    const one = { fileId, fileName, sha256: bytes.sha256, reading, pages: file.pages }
    known.push(one)
    if (reading) files.push({ fileId, fileName, sha256: bytes.sha256, reading })
    const corrected = correctedDocuments.find((each) => each.fileId === fileId)
    documents.push(...(await documentsIn(one, file, corrected?.documents ?? null)))
  }
  return {
    files,
    documents,
    readings: new Map(files.map((file) => [file.fileId, file.reading])),
    known,
    waiting,
  }
}

/** What was proposed of a file stays so: the pages under a hash do not change. */
const proposals = new Map<string, Promise<readonly RecordDocument[]>>()
const mostProposals = 500

async function documentsIn(
  file: FileOfRecord,
  { parts }: ReceivedFile,
  corrected: readonly CorrectedDocument[] | null,
): Promise<readonly RecordDocument[]> {
  if (corrected !== null || file.reading === null) return documentsOfFile(file, corrected)
  const key = [file.fileId, ...parts.map(({ artifact }) => artifact.sha256)].join(' ')
  // Several who ask at once wait for one proposal.
  const documents = proposals.get(key) ?? takingTurns(documentsInTurns(file, null))
  proposals.delete(key)
  proposals.set(key, documents)
  documents.catch(() => proposals.delete(key))
  for (const oldest of proposals.keys()) {
    if (proposals.size <= mostProposals) break
    proposals.delete(oldest)
  }
  return documents
}
