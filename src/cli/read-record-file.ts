import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result, refuse, refused } from '#foundation'
import { sha256Of } from '#integrity'
import { deepestWithin, proceedingsRefusals } from '#proceedings'
import type { FileContent, FileReading, PageText, RecordReader } from '#records'
import { cliRefusals } from './refusals.ts'

/** A file as read; those of an archive come each by itself, under the archive's name and their own. */
export type ReadRecordFile = { readonly file: string; readonly reading: Result<FileReading> }

/**
 * Reads a record from disk, of any kind that the reader knows, and the files within it. A text is
 * taken as it stands; in it a form feed begins a new page.
 */
export async function readRecordFile(
  file: string,
  reader: RecordReader,
): Promise<readonly ReadRecordFile[]> {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return [cannotOpen(file)]
  const folder = await mkdtemp(join(tmpdir(), 'openimr-facts-'))
  try {
    const work = { reader, folder, room: { files: filesAtMost } }
    return await readContent(work, { file, content: { path: file, bytes } }, 0)
  } catch (cause) {
    if (isFileTrouble(cause)) return [cannotOpen(file)]
    throw cause
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type OnDisk = Exclude<FileContent, Uint8Array>

/** What may come out of one file. */
const filesAtMost = 10_000

type Work = {
  readonly reader: RecordReader
  readonly folder: string
  /** How many may still come out. */
  readonly room: { files: number }
}

async function readContent(
  work: Work,
  { file, content }: { readonly file: string; readonly content: OnDisk },
  depth: number,
): Promise<readonly ReadRecordFile[]> {
  const { reader, folder, room } = work
  const one = (reading: Result<FileReading>): readonly ReadRecordFile[] => [{ file, reading }]
  if (depth > deepestWithin || room.files < 0) {
    const because =
      depth > deepestWithin
        ? `it lies more than ${deepestWithin} deep in other files`
        : `more than ${filesAtMost} files lie in the file`
    return one(refused(refuse(proceedingsRefusals, 'too-much-within', because, file)))
  }
  const inspected = await reader.inspect(content, { fileName: file })
  if (!inspected.ok) {
    // A text that no kind claims (a program's log, JSON of another sort) is a text still.
    const text = readText(file, content)
    return one(text.ok ? text : refused(...inspected.refusals))
  }
  const { mediaType } = inspected.value
  if (mediaType === 'text/plain') return one(readText(file, content))
  const unpackedTo = await mkdtemp(join(folder, 'within-'))
  const within = await reader.unpack(content, { mediaType, folder: unpackedTo })
  if (!within.ok) return one(refused(...within.refusals))
  const read: ReadRecordFile[] = []
  if (mediaType !== 'application/zip') {
    const renditionTo = await mkdtemp(join(folder, 'rendition-'))
    const rendition = await reader.render(content, { mediaType, folder: renditionTo })
    read.push({
      file,
      reading: rendition.ok
        ? await readPages(reader, content, rendition.value ?? content)
        : refused(...rendition.refusals),
    })
  }
  for (const { path, content: inner } of within.value) {
    if (inner instanceof Uint8Array) continue
    room.files -= 1
    read.push(...(await readContent(work, { file: `${file}/${path}`, content: inner }, depth + 1)))
  }
  return read
}

async function readPages(
  reader: RecordReader,
  original: OnDisk,
  shows: FileContent,
): Promise<Result<FileReading>> {
  const pages: PageText[] = []
  const read = await reader.readPages(shows, {
    from: 1,
    async onPages(batch) {
      pages.push(...batch)
    },
  })
  if (!read.ok) return read
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(original.path)) hash.update(chunk as Buffer)
  const { engine, remarks } = read.value
  return ok({ sha256: hash.digest('hex'), engine, pages, remarks })
}

function readText(file: string, content: OnDisk): Result<FileReading> {
  const bytes = readFileSync(content.path)
  const whole = decode(bytes)
  if (whole.trim() === '' || isBinary(whole)) {
    const because = 'it is neither text nor a file whose pages can be shown'
    return refused(refuse(cliRefusals, 'not-a-record', because, file))
  }
  const pages = whole.split('\f')
  return ok({
    sha256: sha256Of(bytes),
    engine: 'text',
    remarks: [],
    pages: pages.map((text, index) => ({
      page: index + 1,
      width: 612,
      height: 792,
      text,
      words: [],
      source: 'layer' as const,
    })),
  })
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Whether it has characters that no text has: a picture, an archive or another file of bytes. */
function isBinary(text: string): boolean {
  return Array.from(text).some((character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 9 || (code > 13 && code < 32 && code !== 27)
  })
}

function cannotOpen(file: string): ReadRecordFile {
  const refusal = refuse(cliRefusals, 'file-cannot-be-opened', 'the file cannot be opened', file)
  return { file, reading: refused(refusal) }
}

function isFileTrouble(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && 'syscall' in cause
}
