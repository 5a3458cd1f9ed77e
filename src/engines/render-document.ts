import { ok, type Refusal, type Result, refuse, refused } from '#foundation'
import type { FileContent, UnpackedFile } from '#records'
import { mediaTypes, type RecordMediaType } from './detect-media-type.ts'
import { bytesOf, readPart } from './file-content.ts'
import { recordFileRefusals } from './record-refusals.ts'
import { askRenditionChild } from './rendition-child.ts'
import { listTiffPages } from './tiff-pages.ts'
import { safePath } from './zip-archive.ts'

/** Bytes: pictures are read as they lie, documents are held whole by the child that opens them. */
const pictureBytesAtMost = 1_073_741_824
const documentBytesAtMost = 134_217_728

/** Milliseconds, and besides for each megabyte. */
const patience = { base: 60_000, perMegabyte: 1_000 }

const pictures: readonly RecordMediaType[] = [mediaTypes.tiff, mediaTypes.jpeg, mediaTypes.png]

export function refuseLargeDocument(
  content: FileContent,
  mediaType: RecordMediaType,
): Refusal | null {
  const limit = pictures.includes(mediaType) ? pictureBytesAtMost : documentBytesAtMost
  const bytes = bytesOf(content)
  if (bytes <= limit) return null
  const because = `the file has ${bytes} bytes; the limit is ${limit}`
  return refuse(recordFileRefusals, 'file-too-large', because)
}

/** Pages as the file itself tells them; null where only setting it tells. */
export function countPages(content: FileContent, mediaType: RecordMediaType): number | null {
  if (mediaType === mediaTypes.jpeg || mediaType === mediaTypes.png) return 1
  if (mediaType !== mediaTypes.tiff) return null
  return listTiffPages((at, bytes) => readPart(content, at, bytes))?.length ?? null
}

/** A document on disk shown as a PDF in `folder`, by a child of its own. */
export async function renderDocument(
  file: Exclude<FileContent, Uint8Array>,
  mediaType: RecordMediaType,
  folder: string,
): Promise<Result<FileContent>> {
  const time = patience.base + (patience.perMegabyte * file.bytes) / 1_048_576
  const reply = await askRenditionChild(
    { kind: 'render', mediaType, path: file.path, folder },
    time,
  )
  if (reply.kind === 'rendered') return ok({ path: reply.path, bytes: reply.bytes })
  return refused(sayReply(reply))
}

/** The files within a document on disk, laid into `folder`. */
export async function unpackDocument(
  path: string,
  mediaType: RecordMediaType,
  folder: string,
): Promise<Result<readonly UnpackedFile[]>> {
  const request = { kind: 'unpack', mediaType, path, folder } as const
  const reply = await askRenditionChild(request, patience.base)
  if (reply.kind !== 'unpacked') return refused(sayReply(reply))
  return ok(reply.files.map(tellAttachment))
}

/** A file that was taken out of another one, under a name that leads nowhere. */
export function tellAttachment(file: {
  readonly fileName: string
  readonly path: string
  readonly bytes: number
}): UnpackedFile {
  const name = safePath(file.fileName.replaceAll('/', ' '))
  return { path: name, fileName: name, content: { path: file.path, bytes: file.bytes } }
}

function sayReply(reply: Awaited<ReturnType<typeof askRenditionChild>>): Refusal {
  if (reply.kind === 'refused') return refuse(recordFileRefusals, reply.code, reply.because)
  if (reply.kind === 'late') {
    return refuse(recordFileRefusals, 'file-too-slow', 'the file could not be shown in time')
  }
  const because = 'the file could not be shown within the memory that it is given'
  return refuse(recordFileRefusals, 'file-damaged', because)
}
