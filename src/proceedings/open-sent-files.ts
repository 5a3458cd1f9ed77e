import type { UnpackedFrom } from '#case'
import { type NonEmpty, type Refusal, refuse } from '#foundation'
import type { FileContent } from '#records'
import type { Deps } from './deps.ts'
import type { SentFile } from './receive-files.ts'
import { proceedingsRefusals } from './refusals.ts'

/** A file that was sent, or lay in one that was sent, as its content says it is. */
export type OpenedFile = {
  readonly fileName: string
  readonly path?: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
} & (
  | {
      readonly ok: true
      readonly content: FileContent
      readonly pages: number | null
      readonly unpackedFrom?: UnpackedFrom
    }
  | { readonly ok: false; readonly refusals: NonEmpty<Refusal> }
)

/**
 * Looks at each file by its content and unpacks what holds others, and what comes out of it again.
 * An archive is replaced by what is in it; a message or PDF that shows pages of its own is kept
 * beside what is attached to it. What lies too deep, or is too much, is refused file by file.
 */
export async function openSentFiles(
  deps: Deps,
  files: readonly SentFile[],
  another: () => Promise<string>,
): Promise<readonly OpenedFile[]> {
  const opened: OpenedFile[] = []
  const room = { ...withinOneDelivery }
  for (const file of files) opened.push(...(await open({ deps, another, room }, file, 0)))
  return opened
}

/** How deep files may lie in others: a note in a PDF of a message in an archive is the third. */
export const deepestWithin = 5

/** What may come out of all files of a delivery together. */
const withinOneDelivery = { files: 10_000, bytes: 16 * 1024 ** 3 }

type Opening = {
  readonly deps: Deps
  readonly another: () => Promise<string>
  /** What may still come out. */
  readonly room: { files: number; bytes: number }
}

async function open(
  opening: Opening,
  file: SentFile & { readonly unpackedFrom?: UnpackedFrom },
  depth: number,
): Promise<readonly OpenedFile[]> {
  const { deps, another, room } = opening
  const { fileName, path, content } = file
  const about = {
    fileName,
    ...(path === undefined ? {} : { path }),
    sha256: file.sha256 ?? (await deps.workFiles.sha256Of(content)),
    bytes: content instanceof Uint8Array ? content.length : content.bytes,
  }
  const unknown = 'application/octet-stream'
  if (depth > deepestWithin || room.files < 0 || room.bytes < 0) {
    const because =
      depth > deepestWithin
        ? `it lies more than ${deepestWithin} deep in other files`
        : 'more came out of the files that were sent than is taken at once'
    const refusals = [refuse(proceedingsRefusals, 'too-much-within', because)] as const
    return [{ ...about, mediaType: unknown, ok: false, refusals }]
  }
  const inspected = await deps.recordReader.inspect(content, { fileName })
  if (!inspected.ok) {
    return [{ ...about, mediaType: unknown, ok: false, refusals: inspected.refusals }]
  }
  const { mediaType, pages } = inspected.value
  const inside = await deps.recordReader.unpack(content, { mediaType, folder: await another() })
  if (!inside.ok) return [{ ...about, mediaType, ok: false, refusals: inside.refusals }]
  const parts: OpenedFile[] = []
  for (const part of inside.value) {
    const within = `${path ?? fileName}/${part.path}`
    const unpackedFrom = { sha256: about.sha256, fileName, path: part.path }
    const { fileName: name, content: bytes } = part
    room.files -= 1
    room.bytes -= bytes instanceof Uint8Array ? bytes.length : bytes.bytes
    const sent = { fileName: name, path: within, content: bytes, unpackedFrom }
    parts.push(...(await open(opening, sent, depth + 1)))
  }
  if (isArchive(mediaType)) {
    const empty = refuse(proceedingsRefusals, 'archive-empty', 'the archive holds no file')
    return parts.length > 0 ? parts : [{ ...about, mediaType, ok: false, refusals: [empty] }]
  }
  const { unpackedFrom } = file
  return [
    { ...about, mediaType, ok: true, content, pages, ...(unpackedFrom ? { unpackedFrom } : {}) },
    ...parts,
  ]
}

/** What has no page of its own. */
function isArchive(mediaType: string): boolean {
  return /\/(?:x-)?(?:zip|gzip|tar|7z|rar|bzip2)\b/.test(mediaType)
}
