import type { CaseEvent, PageTextsPart, RecordedEvent } from '#case'
import type { ArtifactReference } from '#integrity'
import type { FileReading, PageText } from '#records'
import type { Deps } from './deps.ts'
import { pageOfPart, partTexts } from './page-texts.ts'

/** A received file as its events tell it. */
export type ReceivedFile = {
  readonly received: Extract<CaseEvent, { readonly type: 'RecordReceived' }>
  /** Readings of its pages, in order; empty while it waits to be read or could not be read. */
  readonly parts: readonly PageTextsPart[]
  /** What shows its pages: the file itself, or the PDF made of it. */
  readonly shows: ArtifactReference
  /** Null while nobody knows. */
  readonly pages: number | null
  readonly engine: string | null
  readonly remarks: readonly string[]
  /** Why it could not be read. */
  readonly notReadBecause: string | null
}

/** A received file with the reading of its pages. */
export type ReadFile = {
  readonly fileId: string
  readonly fileName: string
  readonly sha256: string
  readonly reading: FileReading
}

/** The received files of a case, in the order they came. */
export function receivedFiles(
  events: readonly Pick<RecordedEvent, 'event'>[],
): readonly ReceivedFile[] {
  const files = new Map<string, ReceivedFile>()
  for (const { event } of events) {
    if (event.type === 'RecordReceived') {
      const { pageTexts, pages } = event
      files.set(event.documentId, {
        received: event,
        parts: pageTexts ? [{ first: 1, last: pages ?? 1, artifact: pageTexts }] : [],
        shows: event.file,
        pages,
        engine: null,
        remarks: [],
        notReadBecause: null,
      })
    }
    const file = event.type === 'RecordRead' ? files.get(event.documentId) : undefined
    if (event.type === 'RecordRead' && file) {
      const { pageTexts, pages, engine, remarks, rendition } = event
      files.set(event.documentId, {
        ...file,
        parts: pageTexts,
        pages,
        engine,
        remarks,
        notReadBecause: null,
        ...(rendition ? { shows: rendition } : {}),
      })
    }
    const again = event.type === 'ReadingRequested' ? files.get(event.documentId) : undefined
    if (event.type === 'ReadingRequested' && again) {
      files.set(event.documentId, { ...again, notReadBecause: null })
    }
    const lost = event.type === 'RecordNotRead' ? files.get(event.documentId) : undefined
    if (event.type === 'RecordNotRead' && lost) {
      files.set(event.documentId, { ...lost, notReadBecause: event.because })
    }
  }
  return [...files.values()]
}

/** All files of the record that are read, with their page texts, in the order they came. */
export async function readRecord(
  deps: Deps,
  events: readonly Pick<RecordedEvent, 'event'>[],
): Promise<readonly ReadFile[]> {
  const files: ReadFile[] = []
  for (const file of receivedFiles(events)) {
    const reading = await readTexts(deps, file)
    if (!reading) continue
    const { documentId, fileName } = file.received
    files.push({ fileId: documentId, fileName, sha256: file.received.file.sha256, reading })
  }
  return files
}

/** One page of a file, with only the part that holds it loaded; null where there is none. */
export async function readPage(
  deps: Deps,
  file: ReceivedFile,
  page: number,
): Promise<PageText | null> {
  const part = file.parts.find(({ first, last }) => first <= page && page <= last)
  return part ? pageOfPart(deps, part, page) : null
}

/** How far the picture of a page is turned to show it upright, as its reading found. */
export async function turnOfPage(
  deps: Deps,
  file: ReceivedFile,
  page: number,
): Promise<0 | 90 | 180 | 270> {
  const part = file.parts.find(({ first, last }) => first <= page && page <= last)
  if (!part) return 0
  const { reading } = await partTexts(deps, part.artifact)
  return reading.pages.find((each) => each.page === page)?.turned ?? 0
}

/** The texts of a file's pages, without the places of their words; null where it is not read. */
export async function readTexts(deps: Deps, file: ReceivedFile): Promise<FileReading | null> {
  const parts: FileReading[] = []
  for (const { artifact } of file.parts) parts.push((await partTexts(deps, artifact)).reading)
  const [first] = parts
  if (!first) return null
  return {
    sha256: file.received.file.sha256,
    engine: file.engine ?? first.engine,
    pages: parts.flatMap(({ pages }) => pages),
    remarks: [...new Set([...parts.flatMap(({ remarks }) => remarks), ...file.remarks])],
  }
}
